using System.Globalization;
using System.Text;

namespace Territory.Dashboard.Exports.Calendars;

/// <summary>An iCalendar stream in the making.</summary>
/// <remarks>Source: RFC 5545, 3.1 (lines end with CRLF and are folded at 75 octets, here never within a character) and 3.3.11 (escaping of text).</remarks>
internal sealed class CalendarText
{
    private const int MaxLineOctets = 75;

    private readonly StringBuilder text = new();

    /// <summary>A line whose value is no text and needs no escaping, for example a time or a number.</summary>
    public CalendarText Line(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxLineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
        return this;
    }

    public CalendarText Text(string name, string value) => Line(name, Escaped(value));

    /// <summary>An instant in UTC.</summary>
    public CalendarText Time(string name, DateTimeOffset at) => Line(name, at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>Who an event comes from; a name may hold no quotation mark (RFC 5545, 3.2).</summary>
    public CalendarText Organizer(string name, string address) =>
        Line($"ORGANIZER;CN=\"{string.Concat(name.Where(letter => letter != '"' && !char.IsControl(letter)))}\"", address);

    public override string ToString() => text.ToString();

    private static string Escaped(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            switch (letter)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(letter);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                default:
                    if (letter == '\t' || !char.IsControl(letter))
                        escaped.Append(letter);
                    break;
            }
        }

        return escaped.ToString();
    }
}
