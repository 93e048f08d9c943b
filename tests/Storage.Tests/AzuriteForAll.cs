using Hsvo.TestKit;

namespace Hsvo.Storage.Tests;

[CollectionDefinition(AzuriteFixture.Collection)]
public sealed class AzuriteForAll : ICollectionFixture<AzuriteFixture>;
