using System.Net.Mail;
using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.People;

/// <summary>What is taken for an e-mail address: a bare address at a host name, as people sign in with it.</summary>
internal static class EmailAddress
{
    /// <summary>The longest address that mail can be sent to (RFC 5321, 4.5.3.1.3, less the angle brackets).</summary>
    private const int MaxLength = 254;

    /// <summary>Null when the address can be used.</summary>
    public static RequestProblem? ProblemOf(string? text) => text switch
    {
        { Length: > MaxLength } => new RequestProblem("person.email", $"An e-mail address has at most {MaxLength} characters.", "email"),
        _ when !IsAddress(text) => new RequestProblem("person.email", "An e-mail address is needed, for example lin@example.com.", "email", text),
        _ => null,
    };

    // The parser also takes a display name, a quoted local part, comments and repeated dots.
    private static bool IsAddress(string? text) =>
        MailAddress.TryCreate(text, out var address)
        && string.Equals(address.Address, text, StringComparison.Ordinal)
        && !address.User.Any(symbol => char.IsWhiteSpace(symbol) || char.IsControl(symbol) || symbol is '"')
        && !address.User.Contains("..", StringComparison.Ordinal)
        && Uri.CheckHostName(address.Host) == UriHostNameType.Dns;
}
