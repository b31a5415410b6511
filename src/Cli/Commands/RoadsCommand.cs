using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Cli.Tracks;
using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Guidance;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Osm;
using Territory.Roads.Routes;

namespace Territory.Cli.Commands;

/// <summary>The road engine alone: build a network, compute a matrix, find a route.</summary>
internal static class RoadsCommand
{
    /// <summary>Seconds and metres between so many points fill 3.2 GB.</summary>
    private const int MostPoints = 20_000;

    public static Command Create(CommandContext context)
    {
        var command = new Command("roads", "The road engine alone.");
        command.Add(Build(context));
        command.Add(Matrix(context));
        command.Add(FindRoute(context));
        command.Add(Learn(context));
        return command;
    }

    private static Command Build(CommandContext context)
    {
        var file = new Argument<string>("FILE.osm.pbf") { Description = "An OpenStreetMap extract." };
        var output = new Option<string>("--out") { Description = "The road network to write.", Required = true, HelpName = "FILE.roads" };
        var command = new Command("build", "Makes a road network from an OpenStreetMap extract.") { file, output };
        command.SetAction((parsed, cancellationToken) =>
        {
            var reply = context.ReplyFor(parsed);
            var path = InputFile.Require(parsed.GetValue(file)!, context.Console.WorkingDirectory);
            OutputFile.RequireWritable(parsed.GetValue(output)!, context.Console.WorkingDirectory);
            var extract = OsmImporter.Import(path, new LineProgress(reply), cancellationToken);
            extract.Roads.Prepare();
            OutputFile.Write(parsed.GetValue(output)!, context.Console.WorkingDirectory, extract.Roads.Save);
            reply.Result(new JsonObject
            {
                ["nodes"] = extract.Roads.NodeCount,
                ["segments"] = extract.Roads.SegmentCount,
                ["directedEdges"] = extract.Roads.DirectedEdgeCount,
                ["turnRestrictions"] = extract.Roads.TurnRestrictions.Count,
                ["outlets"] = extract.Outlets.Count,
            });
            return Task.FromResult(ExitStatus.Done);
        });
        return command;
    }

    private static Command Matrix(CommandContext context)
    {
        var roads = RoadsOption();
        var points = new Option<string>("--points") { Description = "CSV with header id,lon,lat or lon,lat, or bare 'lon lat' lines; may be .gz.", Required = true, HelpName = "FILE" };
        var profile = ProfileOption();
        var output = new Option<string>("--out") { Description = "The matrix: int32 n, n*n float32 seconds, n*n float32 metres.", Required = true, HelpName = "FILE" };
        var command = new Command("matrix", "Computes travel times and distances between points.") { roads, points, profile, output };
        command.SetAction((parsed, cancellationToken) =>
        {
            var directory = context.Console.WorkingDirectory;
            var network = RoadNetwork.Load(InputFile.Require(parsed.GetValue(roads)!, directory));
            var places = PointsFile.Read(InputFile.Require(parsed.GetValue(points)!, directory));
            if (places.Count > MostPoints)
                throw new InvalidInputException(new Problem("points.file.many", $"A matrix has at most {MostPoints} points; split the file.", parsed.GetValue(points), Value: places.Count.ToString(CultureInfo.InvariantCulture)));
            OutputFile.RequireWritable(parsed.GetValue(output)!, directory);
            var matrix = new TravelMatrixBuilder(network).Compute([.. places.Select(place => place.Location)], parsed.GetValue(profile), cancellationToken);
            OutputFile.Write(parsed.GetValue(output)!, directory, path => MatrixFile.Write(matrix, path));
            context.ReplyFor(parsed).Result(new JsonObject
            {
                ["points"] = matrix.Size,
                ["unreachablePairs"] = matrix.Seconds.Count(TravelMatrix.Unreachable),
                ["source"] = matrix.Source,
            });
            return Task.FromResult(ExitStatus.Done);
        });
        return command;
    }

    private static Command FindRoute(CommandContext context)
    {
        var roads = RoadsOption();
        var from = PlaceOption("--from");
        var to = PlaceOption("--to");
        var profile = ProfileOption();
        var geoJson = new Option<bool>("--geojson") { Description = "Print the route as GeoJSON." };
        var directions = new Option<string>("--directions") { Description = "Add the turn list in Chinese or English.", HelpName = "zh|en" };
        directions.AcceptOnlyFromAmong("zh", "en");
        var coordinates = OutletsCommand.CoordinatesOption();
        var command = new Command("route", "Finds the fastest route between two places.") { roads, from, to, profile, geoJson, directions, coordinates };
        command.Validators.Add(result =>
        {
            if (result.GetValue(geoJson) && result.GetValue(directions) is not null)
                result.AddError("--geojson prints the line alone; ask for --directions in a run of its own.");
        });
        command.SetAction((parsed, _) =>
        {
            var system = parsed.GetValue(coordinates);
            var network = RoadNetwork.Load(InputFile.Require(parsed.GetValue(roads)!, context.Console.WorkingDirectory));
            var route = new RouteFinder(network).FindRoute(ChineseDatum.ToWgs84(parsed.GetValue(from), system), ChineseDatum.ToWgs84(parsed.GetValue(to), system), parsed.GetValue(profile))
                ?? throw new InvalidInputException(new Problem("roads.unreachable", "No road leads from the one place to the other within reach of both."));
            if (parsed.GetValue(geoJson))
            {
                context.Console.Result(RouteGeoJson.Write(route, system));
                return Task.FromResult(ExitStatus.Done);
            }

            var result = new JsonObject { ["seconds"] = route.TravelTime.Seconds, ["meters"] = route.Length.Meters, ["points"] = route.Polyline.Count };
            if (parsed.GetValue(directions) is { } language)
                result["directions"] = Directions(new TurnListBuilder(network).Build(route, 0), language == "zh" ? GuidanceLanguage.Chinese : GuidanceLanguage.English, system);
            context.ReplyFor(parsed).Result(result);
            return Task.FromResult(ExitStatus.Done);
        });
        return command;
    }

    private static Command Learn(CommandContext context)
    {
        var region = OutletsCommand.RegionOption();
        var date = new Option<DateOnly>("--date") { Description = "The day whose tracks are learned from, with those of the two weeks that are kept.", Required = true, HelpName = "D" };
        var command = new Command("learn", "Learns how fast a region's roads are driven from the tracks of its vehicles.") { region, date, context.Shared.Data };
        command.SetAction((parsed, cancellationToken) => context.OnTerritoryAsync(
            parsed,
            async territory =>
            {
                var reply = context.ReplyFor(parsed);
                reply.Result(await new SpeedLearning(territory, reply).LearnAsync(parsed.GetValue(region)!, parsed.GetValue(date), cancellationToken));
                return ExitStatus.Done;
            },
            cancellationToken));
        return command;
    }

    private static JsonArray Directions(IReadOnlyList<Maneuver> maneuvers, GuidanceLanguage language, CoordinateSystem system) =>
        new([.. maneuvers.Select(maneuver => Step(maneuver, ChineseDatum.FromWgs84(maneuver.Location, system), language))]);

    private static JsonObject Step(Maneuver maneuver, GeoPoint place, GuidanceLanguage language) => new()
    {
        ["text"] = TurnListText.Write(maneuver, language),
        ["meters"] = maneuver.Length.Meters,
        ["seconds"] = maneuver.TravelTime.Seconds,
        ["lon"] = Math.Round(place.Longitude, 7),
        ["lat"] = Math.Round(place.Latitude, 7),
    };

    private static Option<string> RoadsOption() => new("--roads") { Description = "A road network from 'roads build'.", Required = true, HelpName = "FILE.roads" };

    private static Option<TravelMode> ProfileOption() => new("--profile")
    {
        Description = "car, van, motorbike or foot.",
        HelpName = "PROFILE",
        DefaultValueFactory = _ => TravelMode.Car,
        CustomParser = result =>
        {
            // Enum.TryParse takes numbers too, those of no mode included.
            var name = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            foreach (var mode in Enum.GetValues<TravelMode>())
            {
                if (string.Equals(mode.ToString(), name, StringComparison.OrdinalIgnoreCase))
                    return mode;
            }

            result.AddError("--profile is car, van, motorbike or foot.");
            return default;
        },
    };

    private static Option<GeoPoint> PlaceOption(string name) => new(name)
    {
        Description = "A place as lon,lat in degrees.",
        Required = true,
        HelpName = "lon,lat",
        CustomParser = result =>
        {
            var parts = result.Tokens.Count == 1 ? result.Tokens[0].Value.Split(',') : [];
            if (parts.Length == 2 && Arguments.TryDegrees(parts[0], out var longitude) && Arguments.TryDegrees(parts[1], out var latitude) && new GeoPoint(longitude, latitude).IsValid)
                return new GeoPoint(longitude, latitude);
            result.AddError($"{name} wants lon,lat in degrees, for example 14.51,35.90.");
            return default;
        },
    };
}
