using Hsvo.Plans;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>The two real plans as Word documents.</summary>
internal static class Documents
{
    private const string Boards = "arbetsmarknadsnämnden (AMN), omsorgsnämnden (OSN), socialnämnden (SCN), utbildningsnämnden (UBN), äldrenämnden (ÄLN), sjukhusstyrelsen (SHS) samt vårdstyrelsen (VS).";

    public static byte[] Of2021(TableLayout layout, bool numbersAreTyped) => new SetPlan(PlanLibrary.Hsvo2021, layout, numbersAreTyped).Build(
        word =>
        {
            word.Title("Verksamhetsplan 2021").Title("för samråd och tjänsteledning HSVO Uppsala")
                .Text("Samråd HSVO Uppsala").Text("Fastställd 2020-10-21")
                .Text("Innehållsförteckning").Contents("1\tHälsa, stöd, vård och omsorg (HSVO) – Uppsala\t3").Contents("2.1.1\tDet finns en effektiv organisation\t6");
            Heading(1, "1", "Hälsa, stöd, vård och omsorg (HSVO) – Uppsala");
            Heading(2, "1.1", "Organisation och styrning");
            word.Text($"Samråd HSVO Uppsala fastställer en verksamhetsplan för samverkan 2021. Berörda politiska nämnder/styrelser är {Boards} Samråd HSVO Uppsala möts tre gånger per år.")
                .Text("Övergripande mål: Länets invånare upplever en god, sammanhållen och nära hälso- och sjukvård och omsorg");
            Heading(1, "2", "Fokusområden 2021–2023");

            void Heading(int level, string number, string text) => _ = numbersAreTyped ? word.Heading(level, $"{number} {text}") : word.NumberedHeading(level, text);
        },
        _ => { },
        "3 Verksamheter och samverkansformer i ordinarie drift");

    public static byte[] Of2019(TableLayout layout) => new SetPlan(PlanLibrary.Nsu2019, layout, numbersAreTyped: true).Build(
        word => word.Title("Närvårdssamverkan Uppsala (NSU) 2019")
            .Heading(1, "1 Närvårdssamverkan Uppsala (NSU) 2019").Heading(2, "1.1 Organisation och styrning")
            .Text($"Politik styrgrupp närvårdssamverkan Uppsala fastställer en övergripande plan för samverkan 2019. Berörda politiska nämnder/styrelser är {Boards}")
            .Text("Övergripande mål: Länets invånare upplever en god, sammanhållen och nära hälso- och sjukvård och omsorg")
            .Heading(1, "2 Fokusområden 2018–2020"),
        _ => { },
        "Verksamheter/samverkan i ordinarie drift");
}
