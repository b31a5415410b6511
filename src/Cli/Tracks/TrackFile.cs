using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Contracts.Following;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Travel;

namespace Territory.Cli.Tracks;

/// <summary>The tracks of one region's day as a file beside its road network: what speeds are learned from is kept for as long as it counts.</summary>
internal static class TrackFile
{
    public const string FolderName = "tracks";

    private const int MostDecimals = 6;

    public static string PathOf(string regionFolder, DateOnly date) =>
        Path.Combine(regionFolder, FolderName, string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}.json"));

    /// <summary>The days that are kept, the latest first.</summary>
    public static IReadOnlyList<(DateOnly Date, string Path)> Kept(string regionFolder)
    {
        var folder = Path.Combine(regionFolder, FolderName);
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. Directory.EnumerateFiles(folder, "*.json")
                .Select(path => (IsDay: DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(path), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date), Date: date, Path: path))
                .Where(file => file.IsDay)
                .OrderByDescending(file => file.Date)
                .Select(file => (file.Date, file.Path)),
        ];
    }

    public static void Write(IReadOnlyList<VehicleTrack> tracks, string path)
    {
        var list = new JsonArray([.. tracks.Where(track => track.Fixes.Count > 0).Select(track => new JsonObject
        {
            ["vehicle"] = track.Vehicle.Value,
            ["mode"] = track.Mode.ToString(),
            // Seconds of the day, longitude, latitude: a decimetre is more than any receiver knows.
            ["fixes"] = new JsonArray([.. track.Fixes.Select(fix => new JsonArray(
                fix.At.Seconds, Math.Round(fix.Location.Longitude, MostDecimals), Math.Round(fix.Location.Latitude, MostDecimals)))]),
        })]);
        File.WriteAllText(path, list.ToJsonString());
    }

    /// <exception cref="InvalidInputException">The file holds no tracks.</exception>
    public static IReadOnlyList<VehicleTrack> Read(string path)
    {
        try
        {
            return
            [
                .. JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select(track => new VehicleTrack(
                    new VehicleId(track!["vehicle"]!.GetValue<string>()),
                    Enum.Parse<TravelMode>(track["mode"]!.GetValue<string>()),
                    [.. track["fixes"]!.AsArray().Select(fix => new TrackFix(new TimeOfDay(fix![0]!.GetValue<int>()), new GeoPoint(fix[1]!.GetValue<double>(), fix[2]!.GetValue<double>())))])),
            ];
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException)
        {
            throw new InvalidInputException(new Problem("tracks.file", $"This file holds no tracks: {failure.Message} Delete it to learn from the other days.", path));
        }
    }
}
