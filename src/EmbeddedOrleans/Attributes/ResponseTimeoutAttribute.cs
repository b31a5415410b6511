using System.Globalization;

namespace Orleans;

/// <summary>How long a caller of this method (or of every method of this interface) waits for the response.</summary>
/// <param name="timeout">A <see cref="TimeSpan"/> in invariant text, such as <c>00:00:05</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface)]
public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
{
    public TimeSpan? Timeout { get; } = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);
}
