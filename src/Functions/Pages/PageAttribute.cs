namespace Hsvo.Functions.Pages;

/// <summary>The function answers people in a browser: a browser's sign-in counts there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PageAttribute : Attribute;
