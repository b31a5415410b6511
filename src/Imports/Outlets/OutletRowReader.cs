using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Territory.Imports.Tables;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Imports.Outlets;

/// <summary>Reads one row into a terminal file. Every problem of the row is reported; the row is refused if one of them is an error.</summary>
internal sealed partial class OutletRowReader(TableRow row, OutletHeaders headers, string file, RegionId region, CoordinateSystem coordinates, List<Problem> problems)
{
    private const int LongestText = 200;
    private const int LongestCode = 64;
    private const int LongestShown = 80;
    private const int CodeDigestBytes = 6;

    private bool refused;

    public TerminalFile? Read()
    {
        var name = Text(OutletColumn.Name);
        if (name is null && !refused)
            Refuse("outlets.name.missing", OutletColumn.Name, "", "The outlet needs a name.");
        var stated = Position();
        var location = stated is { } point ? ChineseDatum.ToWgs84(point, coordinates) : default;
        var terminal = new TerminalFile
        {
            Id = new TerminalId(Code(name, location)),
            Region = region,
            Name = name ?? "",
            Alias = Text(OutletColumn.Alias),
            Kind = Word(OutletColumn.Kind, OutletWords.KindOf, "grocery, convenience, supermarket, restaurant, special, wholesale, nightlife (食杂, 便利, 超市, 餐饮, 特通, 批发, 夜场)") ?? TerminalKind.Grocery,
            Class = Word(OutletColumn.Class, OutletWords.ClassOf, "A, B, C") ?? TerminalClass.C,
            ClassBasis = ClassBasis.ByHand,
            Status = Word(OutletColumn.Status, OutletWords.StatusOf, "active, paused, non-cooperating, closed, prospect (正常, 休业, 不合作, 倒闭, 潜在)") ?? TerminalStatus.Active,
            LicenceNumber = Text(OutletColumn.Licence),
            Owner = Text(OutletColumn.Owner),
            Phone = Phone(),
            Address = Text(OutletColumn.Address),
            Location = location,
            Original = stated is { } original && coordinates != CoordinateSystem.Wgs84 ? new OriginalCoordinates(coordinates, original.Longitude, original.Latitude) : null,
            AreaSquareMeters = Whole(OutletColumn.Area, 0, 1_000_000),
            VisitorsPerDay = Whole(OutletColumn.Visitors, 0, 10_000_000),
            OpeningHours = Window(OutletColumn.OpeningHours) is { } open ? OpeningHours.Daily(open.Start, open.End) : new OpeningHours([]),
            DeliveryWindow = Window(OutletColumn.DeliveryWindow),
            Distributor = Text(OutletColumn.Distributor) is { } distributor ? new DistributorId(distributor) : null,
            Rep = Text(OutletColumn.Rep) is { } rep ? new RepId(rep) : null,
            VisitsPerCycle = Whole(OutletColumn.VisitsPerCycle, 0, 28),
            TimeInStore = Whole(OutletColumn.MinutesInStore, 1, 480) is { } minutes ? Duration.FromMinutes(minutes) : null,
            CategoryVolumePerMonth = new Cases(Whole(OutletColumn.MonthlyVolume, 0, 1_000_000) ?? 0),
            Terms = Word(OutletColumn.Terms, OutletWords.TermsOf, "cash, monthly, nextvisit (现结, 月结, 赊销)") ?? PaymentTerms.CashOnDelivery,
            CreditLimit = Money.FromMajor(Whole(OutletColumn.CreditLimit, 0, 100_000_000) ?? 0),
            Note = Text(OutletColumn.Note),
        };
        return refused ? null : terminal;
    }

    private string CellOf(OutletColumn column) => row[headers.IndexOf(column)];

    private string? Text(OutletColumn column)
    {
        var cell = CellOf(column);
        if (cell.Length <= LongestText)
            return cell.Length == 0 ? null : cell;
        Refuse("outlets.text.long", column, cell, $"At most {LongestText} characters are kept here.");
        return null;
    }

    private T? Word<T>(OutletColumn column, Func<string, T?> meaning, string allowed)
        where T : struct
    {
        var cell = CellOf(column);
        if (cell.Length == 0)
            return null;
        if (meaning(cell) is { } value)
            return value;
        Refuse("outlets.word.unknown", column, cell, $"Write one of: {allowed}.");
        return null;
    }

    private int? Whole(OutletColumn column, int least, int most)
    {
        var cell = CellOf(column);
        if (cell.Length == 0)
            return null;
        if (Cell.TryNumber(cell, out var value) && value >= least && value <= most)
            return (int)Math.Round(value);
        Refuse("outlets.number", column, cell, $"A number from {least} to {most} is expected.");
        return null;
    }

    // A spreadsheet writes a phone number it took for a number as 1.38E+10, which has lost digits, or as 13800000000.0, which has not.
    private string? Phone()
    {
        var cell = CellOf(OutletColumn.Phone);
        if (cell.Contains("E+", StringComparison.OrdinalIgnoreCase))
        {
            Report("outlets.phone.lost", OutletColumn.Phone, cell, "The spreadsheet has lost digits of the phone number; format the column as text.", ProblemSeverity.Warning);
            return null;
        }

        return cell.EndsWith(".0", StringComparison.Ordinal) ? cell[..^2] : Text(OutletColumn.Phone);
    }

    private GeoPoint? Position()
    {
        var (longitudeCell, latitudeCell) = (CellOf(OutletColumn.Longitude), CellOf(OutletColumn.Latitude));
        if (longitudeCell.Length == 0 && latitudeCell.Length == 0)
        {
            var parts = CellOf(OutletColumn.Coordinates).Split([',', ';', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 2)
                (longitudeCell, latitudeCell) = (parts[0], parts[1]);
        }

        var shown = $"{longitudeCell}, {latitudeCell}";
        if (longitudeCell.Length == 0 || latitudeCell.Length == 0)
            return RefusePosition("missing", shown, "Longitude and latitude are needed, in degrees.");
        if (!Degrees(longitudeCell, out var longitude) || !Degrees(latitudeCell, out var latitude))
            return RefusePosition("number", shown, "Longitude and latitude must be decimal degrees, for example 116.3974 and 39.9087.");
        if (Math.Abs(latitude) is > 90 and <= 180 && Math.Abs(longitude) <= 90)
        {
            (longitude, latitude) = (latitude, longitude);
            Report("outlets.coordinates.swapped", OutletColumn.Longitude, shown, "Longitude and latitude stood in each other's place and were swapped.", ProblemSeverity.Fixed);
        }

        var point = new GeoPoint(longitude, latitude);
        return point.IsValid && (longitude != 0 || latitude != 0)
            ? point
            : RefusePosition("range", shown, "Longitude is -180 to 180 and latitude -90 to 90, and not both zero.");
    }

    private GeoPoint? RefusePosition(string kind, string shown, string rule)
    {
        Refuse($"outlets.coordinates.{kind}", OutletColumn.Coordinates, shown, rule);
        return null;
    }

    private static bool Degrees(string cell, out double value) =>
        double.TryParse(cell.TrimEnd('°', 'E', 'N', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private TimeWindow? Window(OutletColumn column)
    {
        var cell = CellOf(column);
        if (cell.Length == 0)
            return null;
        if (cell is "24/7" or "24小时" or "全天")
            return TimeWindow.WholeDay;
        var match = WindowForm().Match(cell);
        if (match.Success && Time(match, "from") is { } start && Time(match, "to") is { } end && start < end)
            return new TimeWindow(start, end);
        Report("outlets.hours", column, cell, "Hours were not understood and left out; write them as 08:00-18:00.", ProblemSeverity.Warning);
        return null;
    }

    private static TimeOfDay? Time(Match match, string end)
    {
        var hour = int.Parse(match.Groups[end + "Hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[end + "Minute"].Success ? int.Parse(match.Groups[end + "Minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return minute < 60 && (hour * 60) + minute <= 24 * 60 ? TimeOfDay.At(hour, minute) : null;
    }

    // Without a code of its own an outlet gets one from its name and place, so that importing the same file twice finds it again.
    private string Code(string? name, GeoPoint location)
    {
        var cell = CellOf(OutletColumn.Code);
        if (cell.Length > LongestCode)
            Refuse("outlets.code.long", OutletColumn.Code, cell, $"A code has at most {LongestCode} characters.");
        if (cell.Length > 0)
            return cell;
        var text = string.Create(CultureInfo.InvariantCulture, $"{region.Value}|{name}|{location.Longitude:F5}|{location.Latitude:F5}");
        return "X" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, CodeDigestBytes);
    }

    private void Refuse(string code, OutletColumn column, string value, string rule)
    {
        refused = true;
        Report(code, column, value, rule, ProblemSeverity.Error);
    }

    private void Report(string code, OutletColumn column, string value, string rule, ProblemSeverity severity) =>
        problems.Add(new Problem(code, rule, file, row.Line, column.ToString(), value.Length > LongestShown ? value[..LongestShown] : value, severity));

    [GeneratedRegex(@"^(?<fromHour>\d{1,2})([:点](?<fromMinute>\d{2})?)?\s*[-–~至到]\s*(?<toHour>\d{1,2})([:点](?<toMinute>\d{2})?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex WindowForm();
}
