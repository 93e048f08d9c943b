using System.Diagnostics.CodeAnalysis;

namespace Hsvo.UseCases;

/// <summary>What came of a use case: a value, or an expected failure. Exceptions are bugs.</summary>
/// <typeparam name="T">The value.</typeparam>
public readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? value, Failure? failure) => (Value, Failure) = (value, failure);

    /// <summary>The value, when it went well.</summary>
    public T? Value { get; }

    /// <summary>What went wrong, when it didn't.</summary>
    public Failure? Failure { get; }

    /// <summary>Whether it went well.</summary>
    /// <param name="value">The value.</param>
    /// <param name="failure">The failure.</param>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Failure? failure)
    {
        (value, failure) = (Value, Failure);
        return failure is null;
    }

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Outcome<T>(Failure failure) => new(null, failure);
}
