namespace Hsvo.Functions.Tests;

/// <summary>What the tests know of the plan and its addresses, as literals: version 5 GUIDs computed apart from the app.</summary>
internal static class Known
{
    public const string Plan = "hsvo-2021";

    public const string Samrad = "17b07000-0e14-54aa-9bda-ffdb5db2a87c";
    public const string SamradScorecard = "2059aec7-d609-5aea-911a-12d2ea4ebae6";

    public const string Amn = "fbc7ddfd-aed1-5288-8d72-da9f8cebcee4";
    public const string AmnScorecard = "7857c551-36e2-522d-99a8-fba18d8843ba";

    /// <summary>The report that shows Arbetsmarknadsförvaltningen's scorecard.</summary>
    public const string AmnReport = "44905750-9dee-51c4-ac31-e8ee9eb172d6";

    /// <summary>2.1, a focus area, and 2.2.3.i3, an indicator, in Arbetsmarknadsförvaltningen's workspace.</summary>
    public const string AmnFocusArea = "3634aa1a-bef8-55bc-b372-e7d21b595b65";
    public const string AmnTrained = "df685a65-0eed-5c52-83ed-6218ffb432f8";

    public const string AmnDataset = "033b8e07-3a36-5e2f-825b-d4ac4cac7cd9";

    public const string Shs = "8f81cc3e-273e-5437-a5e8-5c81f7f13232";
    public const string ShsScorecard = "4c6cd22e-6bb1-53ce-af59-a790fe80c85a";

    public static string Goals(string group, string scorecard) => $"/v1.0/myorg/groups/{group}/scorecards({scorecard})/goals";
}
