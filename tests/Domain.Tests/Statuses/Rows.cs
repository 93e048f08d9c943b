using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>Random rows for the roll-up, so few and of so few kinds that every rule is met often.</summary>
internal static class Rows
{
    private static readonly Status?[] Statuses = [null, .. Enum.GetValues<Status>().Cast<Status?>()];

    // Mostly good, since one bad row in a list decides it.
    public static readonly Gen<Status?> AnyStatus = Gen.Frequency(
        (2, Gen.Elements(Statuses)),
        (1, Gen.Elements<Status?>(Status.Completed, Status.OnTrack, Status.NotStarted)),
        (2, Gen.Constant<Status?>(Status.Completed)));

    public static readonly Gen<RollUpRow> One =
        from status in AnyStatus
        from isAnswered in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from rollsUp in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new RollUpRow(status, isAnswered, rollsUp);

    public static readonly Gen<RollUpRow[]> Some = One.ArrayOf().Resize(6);

    public static readonly Gen<RollUpRow[][]> Groups = Gen.Choose(0, 4).SelectMany(n => One.ArrayOf().Resize(3).ArrayOf(n));
}
