using System.Text.Json;
using Hsvo.Contracts.Api;
using Hsvo.Contracts.Webhooks;
using Hsvo.Functions.Http;
using Hsvo.UseCases.Notices;

namespace Hsvo.Functions.Notices;

/// <summary>Writes a notice in the shape that its receiver takes.</summary>
internal static class NoticeBody
{
    /// <summary>Writes it.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="message">The notice.</param>
    /// <param name="publicAddress">What links begin with; null while the app has no public address.</param>
    /// <param name="now">The time.</param>
    public static byte[] Write(NoticeShape shape, NoticeMessage message, string? publicAddress, DateTimeOffset now)
    {
        var text = NoticeTexts.Of(message);
        var address = publicAddress is null ? null : message.Meeting is { } meeting ? $"{publicAddress}/samrad/{meeting.Id}" : $"{publicAddress}/rapportera";
        return shape == NoticeShape.Teams
            ? JsonSerializer.SerializeToUtf8Bytes(Card(text, address), Json.Api)
            : JsonSerializer.SerializeToUtf8Bytes(new WebhookDocument(TypeOf(message.Notice.Kind), now, DataOf(message, text, address)), Json.Api);
    }

    private static WebhookData DataOf(NoticeMessage message, MailDocument text, string? address) => new()
    {
        Department = message.Notice.Department,
        Title = text.Subject,
        Text = text.Body,
        Address = address,
        Day = message.Notice.Day,
        Meeting = message.Notice.Meeting,
        Plans = [.. message.Missing?.Awaited.Select(p => new WebhookPlan(p.Plan.Status.Plan.Id, p.Plan.Status.Round.Id, [.. p.Missing.Rows.Select(r => r.Indicator.Id)])) ?? []],
        IsExample = message.Meeting?.IsExample ?? message.Missing?.Awaited.Any(p => p.Plan.Status.Meeting?.IsExample == true) ?? false,
    };

    private static CardMessage Card(MailDocument text, string? address)
    {
        var blocks = new List<CardBlock> { Block(text.Subject, "default", "medium", "bolder") };
        var spacing = "medium";
        foreach (var line in text.Body.Split('\n'))
        {
            if (line.Length > 0)
            {
                blocks.Add(Block(line, spacing, "default", "default"));
            }

            spacing = line.Length > 0 ? "none" : "medium";
        }

        return new("message",
        [
            new("application/vnd.microsoft.card.adaptive", new(
                "http://adaptivecards.io/schemas/adaptive-card.json", "AdaptiveCard", "1.2", "sv", blocks,
                address is null ? [] : [new("Action.OpenUrl", "Öppna HSVO", address)])),
        ]);
    }

    private static CardBlock Block(string text, string spacing, string size, string weight) => new("RichTextBlock", spacing, [new("TextRun", text, size, weight)]);

    private static string TypeOf(NoticeKind kind) => kind switch
    {
        NoticeKind.DueSoon => "answers.dueSoon",
        NoticeKind.Overdue => "answers.overdue",
        NoticeKind.PaperSealed => "paper.sealed",
        NoticeKind.Test => "receiver.test",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
