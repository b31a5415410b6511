using System.Globalization;
using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Reads the signs that keep large vehicles out: maxheight, maxwidth, maxlength, maxweight, maxaxleload.</summary>
/// <remarks>
/// Metres and tonnes unless a unit says otherwise. Values beyond belief, and any that are no number, are counted and not heeded;
/// "none", "default" and their like say that there is no sign. Source: the OpenStreetMap wiki on those keys.
/// </remarks>
internal static class LimitTagReader
{
    private const double CentimetersPerFoot = 30.48;
    private const double CentimetersPerInch = 2.54;
    private const double TenKilogramsPerShortTon = 90.718474;
    private const double TenKilogramsPerPound = 0.045359237;

    public static VehicleLimits Read(OsmTags tags, OsmImportCounts counts)
    {
        var height = Stricter(Length("maxheight", 100, 2000), Length("maxheight:physical", 100, 2000));
        var width = Stricter(Length("maxwidth", 50, 3000), Length("maxwidth:physical", 50, 3000));
        return new VehicleLimits(
            height,
            width,
            Length("maxlength", 100, 10_000),
            Stricter(Weight("maxweight"), Weight("maxweightrating")),
            Weight("maxaxleload"));

        ushort Length(string key, int least, int most) => Checked(tags[key], Centimeters, least, most);

        ushort Weight(string key) => Checked(tags[key], text => TenKilograms(text), 10, 50_000);

        ushort Checked(string? text, Func<string, double?> read, int least, int most)
        {
            if (text is null || IsUnlimited(text))
                return 0;
            if (read(text) is { } value && value >= least && value <= most)
                return (ushort)Math.Round(value);
            counts.Skip("limit.unread");
            return 0;
        }
    }

    /// <summary>"3.5", "3.5 t", "3500 kg", "10 st", "8000 lbs", in units of 10 kg; null when it is none of these.</summary>
    public static ushort? TenKilograms(string text)
    {
        if (!Split(text, out var number, out var unit))
            return null;
        var factor = unit switch
        {
            "" or "t" or "mt" => 100,
            "kg" => 0.1,
            "st" => TenKilogramsPerShortTon,
            "lbs" or "lb" => TenKilogramsPerPound,
            _ => 0,
        };
        return factor > 0 && number * factor is >= 1 and <= ushort.MaxValue ? (ushort)Math.Round(number * factor) : null;
    }

    /// <summary>"2.1", "2.1 m", "210 cm", "7'6\"", "7 ft 6 in"; null when it is none of these.</summary>
    private static double? Centimeters(string text)
    {
        if (!Split(text, out var number, out var unit))
            return null;
        switch (unit)
        {
            case "" or "m":
                return number * 100;
            case "cm":
                return number;
            case "'" or "ft":
                return number * CentimetersPerFoot;
            case "\"" or "in":
                return number * CentimetersPerInch;
        }

        var feet = unit.StartsWith('\'') ? 1 : unit.StartsWith("ft", StringComparison.Ordinal) ? 2 : 0;
        return feet > 0 && Split(unit[feet..], out var inches, out var end) && end is "\"" or "''" or "in" && inches < 12
            ? (number * CentimetersPerFoot) + (inches * CentimetersPerInch)
            : null;
    }

    private static bool IsUnlimited(string text) => text is "none" or "no" or "default" or "unsigned" or "no_sign" or "no_indications" or "below_default" or "unlimited";

    private static ushort Stricter(ushort a, ushort b) => a == 0 ? b : b == 0 ? a : Math.Min(a, b);

    private static bool Split(string text, out double number, out string unit)
    {
        var trimmed = text.AsSpan().Trim();
        var digits = 0;
        while (digits < trimmed.Length && (char.IsAsciiDigit(trimmed[digits]) || trimmed[digits] == '.'))
            digits++;
        unit = trimmed[digits..].Trim().ToString();
        return double.TryParse(trimmed[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
