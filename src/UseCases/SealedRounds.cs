using Hsvo.Domain.Meetings;

namespace Hsvo.UseCases;

/// <summary>What is sealed isn't opened, and what is open isn't locked unawares, by another meeting's coming to decide about a round.</summary>
internal static class SealedRounds
{
    /// <summary>Why the meetings can't become others; null when they can.</summary>
    /// <param name="before">The meetings as they are.</param>
    /// <param name="after">As they would be.</param>
    /// <param name="today">Today in Stockholm.</param>
    public static Failure? FailureOf(IReadOnlyList<Meeting> before, IReadOnlyList<Meeting> after, DateOnly today)
    {
        foreach (var item in after.SelectMany(m => m.Agenda).Distinct())
        {
            if (before.MeetingOf(item) is not { } was || after.MeetingOf(item) is not { } becomes || was.Id == becomes.Id)
            {
                continue;
            }

            if (was.Seals <= today && becomes.Seals > today)
            {
                return new(FailureKind.Conflict, "round.sealed",
                    $"Omgången {SwedishDates.Round(item.Round)} i planen ”{item.Plan}” är låst sedan den {SwedishDates.Long(was.Seals)}, då underlaget till samrådet ”{was.Id}” fastställdes. Samrådet ”{becomes.Id}” skulle öppna den igen; ge undantag för sena ändringar i stället.",
                    $"The round {EnglishDates.Round(item.Round)} of the plan '{item.Plan}' is locked since {EnglishDates.Long(was.Seals)}, when the paper for the meeting '{was.Id}' was sealed. The meeting '{becomes.Id}' would open it again; permit late changes instead.");
            }

            if (was.Seals > today && becomes.Seals <= today)
            {
                return new(FailureKind.Conflict, "round.wouldSeal",
                    $"Omgången {SwedishDates.Round(item.Round)} i planen ”{item.Plan}” har bara samrådet ”{becomes.Id}” kvar utan samrådet ”{was.Id}”, och dess underlag är redan fastställt: omgången skulle låsas nu. Flytta samrådet ”{was.Id}” i stället.",
                    $"Without the meeting '{was.Id}' the round {EnglishDates.Round(item.Round)} of the plan '{item.Plan}' has only the meeting '{becomes.Id}', whose paper is sealed already: the round would be locked now. Move the meeting '{was.Id}' instead.");
            }
        }

        return null;
    }
}
