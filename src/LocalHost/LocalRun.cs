using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Hsvo.LocalHost;

/// <summary>What a local run adds to the app: Azurite, development tokens, the example and the printed table.</summary>
public sealed class LocalRun : ILocalRun;
