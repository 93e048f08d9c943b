using Hsvo.Domain.Meetings;
using Hsvo.Domain.Summaries;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

public sealed class RemoveMeetingTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task A_meeting_set_by_mistake_is_removed_and_its_round_is_free_again()
    {
        await ImportAsync(1);
        await SetMeetingAsync();
        await CreatePaperAsync(PaperEdition.Preliminary);
        Assert.Single((await App.Feeds.FindAsync(Plan, default))!.Meetings);

        Assert.Null((await App.RemoveMeeting.HandleAsync(Reporter(), "2021-05", default)).Failure);

        Assert.Empty(await App.SetMeeting.ListAsync(default));
        Assert.Empty((await App.Feeds.FindAsync(Plan, default))!.Meetings);
        Assert.Null((await App.SetMeeting.HandleAsync(Reporter(), "maj", AMeeting(new(2021, 5, 20), "2021-05"), default)).Failure);
        Assert.Null((await App.SetMeeting.HandleAsync(Reporter(), "2021-05", AMeeting(new(2021, 10, 7), "2021-10"), default)).Failure);
    }

    [Theory]
    [InlineData("2021-10")]
    [InlineData("No id_")]
    public async Task A_meeting_that_is_not_there_is_not_found(string id)
    {
        await SetMeetingAsync();

        var failure = (await App.RemoveMeeting.HandleAsync(Reporter(), id, default)).Failure!;

        Assert.Equal((FailureKind.NotFound, "meeting.unknown"), (failure.Kind, failure.Code));
        Assert.Single(await App.SetMeeting.ListAsync(default));
    }

    [Fact]
    public async Task A_meeting_whose_paper_is_sealed_stays()
    {
        await SetMeetingAsync();
        await CreatePaperAsync(PaperEdition.Sealed);

        var failure = (await App.RemoveMeeting.HandleAsync(Reporter(), "2021-05", default)).Failure!;

        Assert.Equal((FailureKind.Conflict, "meeting.sealed"), (failure.Kind, failure.Code));
        Assert.Single(await App.SetMeeting.ListAsync(default));
    }

    [Fact]
    public async Task A_removal_whose_answer_was_lost_has_removed_it()
    {
        await SetMeetingAsync();
        var store = StoreThat(async (change, stamp) =>
        {
            await App.Meetings.TryAddAsync(change, stamp, default);
            return false;
        });

        Assert.Null((await Start(s => s.AddSingleton(store)).RemoveMeeting.HandleAsync(Reporter(), "2021-05", default)).Failure);
    }

    [Fact]
    public async Task When_others_never_cease_to_change_meetings_the_client_is_asked_to_come_back()
    {
        await SetMeetingAsync();
        var store = StoreThat((_, _) => Task.FromResult(false));

        var failure = (await Start(s => s.AddSingleton(store)).RemoveMeeting.HandleAsync(Reporter(), "2021-05", default)).Failure!;

        Assert.Equal((FailureKind.Unavailable, "storage.unavailable"), (failure.Kind, failure.Code));
        Assert.NotNull(failure.RetryAfter);
    }

    private IMeetingStore StoreThat(Func<MeetingChange, string, Task<bool>> adds)
    {
        var store = new Mock<IMeetingStore>(MockBehavior.Strict);
        store.Setup(s => s.ReadStampAsync(Area, It.IsAny<CancellationToken>())).Returns<string, CancellationToken>(App.Meetings.ReadStampAsync);
        store.Setup(s => s.ReadAsync(Area, It.IsAny<CancellationToken>())).Returns<string, CancellationToken>(App.Meetings.ReadAsync);
        store.Setup(s => s.TryAddAsync(It.IsAny<MeetingChange>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns<MeetingChange, string, CancellationToken>((change, stamp, _) => adds(change, stamp));
        return store.Object;
    }

    private Task<bool> CreatePaperAsync(PaperEdition edition) => App.Papers.TryCreateManifestAsync(
        new()
        {
            Area = Area,
            Meeting = "2021-05",
            MeetingDate = new(2021, 5, 20),
            Edition = edition,
            ContentVersion = "v1",
            CompiledAt = Time.GetUtcNow(),
            Files = [],
            Plans = [new(LargePlan.Id, 1, "2021-05", [], [])],
        },
        default);
}
