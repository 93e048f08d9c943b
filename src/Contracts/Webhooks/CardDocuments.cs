using System.Text.Json.Serialization;

namespace Hsvo.Contracts.Webhooks;

/// <summary>What a receiver of shape teams is sent: a message with one adaptive card, as Teams' workflows and incoming webhooks take it.</summary>
/// <param name="Type">message.</param>
/// <param name="Attachments">The card.</param>
public sealed record CardMessage(string Type, IReadOnlyList<CardAttachment> Attachments);

/// <summary>A card in a message.</summary>
/// <param name="ContentType">application/vnd.microsoft.card.adaptive.</param>
/// <param name="Content">The card.</param>
public sealed record CardAttachment(string ContentType, AdaptiveCard Content);

/// <summary>An adaptive card.</summary>
/// <param name="Schema">Its schema's address.</param>
/// <param name="Type">AdaptiveCard.</param>
/// <param name="Version">1.2, which Teams shows everywhere.</param>
/// <param name="Lang">sv.</param>
/// <param name="Body">The text, a block for each line.</param>
/// <param name="Actions">The link to go on by; none while the app has no public address.</param>
public sealed record AdaptiveCard(
    [property: JsonPropertyName("$schema")] string Schema, string Type, string Version, string Lang, IReadOnlyList<CardBlock> Body, IReadOnlyList<CardLink> Actions);

/// <summary>A block of text whose characters mean nothing but themselves: no Markdown is read in it.</summary>
/// <param name="Type">RichTextBlock.</param>
/// <param name="Spacing">How far it is from the block before.</param>
/// <param name="Inlines">Its text.</param>
public sealed record CardBlock(string Type, string Spacing, IReadOnlyList<CardText> Inlines);

/// <summary>A text in a block.</summary>
/// <param name="Type">TextRun.</param>
/// <param name="Text">The text.</param>
/// <param name="Size">medium for the heading, else default.</param>
/// <param name="Weight">bolder for the heading, else default.</param>
public sealed record CardText(string Type, string Text, string Size, string Weight);

/// <summary>A link.</summary>
/// <param name="Type">Action.OpenUrl.</param>
/// <param name="Title">What it says.</param>
/// <param name="Url">Where it goes.</param>
public sealed record CardLink(string Type, string Title, string Url);
