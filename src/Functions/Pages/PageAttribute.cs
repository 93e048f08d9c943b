namespace Hsvo.Functions.Pages;

/// <summary>The function answers people in a browser: what fails at its address, and below the address's first segment, is told by a page.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PageAttribute : Attribute;
