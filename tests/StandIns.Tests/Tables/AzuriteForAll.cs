using Hsvo.TestKit;

namespace Hsvo.StandIns.Tests.Tables;

[CollectionDefinition(AzuriteFixture.Collection)]
public sealed class AzuriteForAll : ICollectionFixture<AzuriteFixture>;
