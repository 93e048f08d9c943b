using Hsvo.TestKit;

namespace Hsvo.UseCases.Tests;

[CollectionDefinition(AzuriteFixture.Collection)]
public sealed class AzuriteForAll : ICollectionFixture<AzuriteFixture>;
