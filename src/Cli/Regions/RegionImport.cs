using System.Globalization;
using System.Text.Json.Nodes;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Demo;
using Territory.Imports.Outlets;
using Territory.Model;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Roads.Osm;
using Territory.Simulation.Randomness;

namespace Territory.Cli.Regions;

/// <summary>Makes a region from a real OpenStreetMap extract: its roads, its outlets, and a first company to serve them.</summary>
internal sealed class RegionImport(OpenTerritory territory, Reply reply, string workingDirectory)
{
    private const string Attribution = "© OpenStreetMap contributors";
    private static readonly UserId Actor = new("cli");
    private static readonly GeoBounds China = new(73.5, 18.0, 135.1, 53.6);

    /// <exception cref="InvalidInputException">An input was refused; nothing has been written.</exception>
    public async Task<JsonObject> RunAsync(RegionImportRequest request, CancellationToken cancellationToken)
    {
        var id = RegionName.ToId(request.Name);
        var known = await RegionLookup.AllAsync(territory, cancellationToken);
        if (known.Any(region => region.Id == id))
            throw new InvalidInputException(new Problem("region.exists", "There is a region of that name already; choose another name.", Field: "--name", Value: request.Name));
        var extract = OsmImporter.Import(InputFile.Require(request.Osm, workingDirectory), new LineProgress(reply), cancellationToken);
        if (extract.Roads.SegmentCount == 0)
            throw new InvalidInputException(new Problem("osm.no-roads", "The extract holds no roads; take one that covers the region's streets.", request.Osm));
        var (outlets, problems) = await OutletsAsync(request, id, extract, cancellationToken);
        var region = Describe(id, request, extract);
        var equipped = CandidateRegion.Equip(region, extract.Roads, outlets, SeedOf(id));
        extract.Roads.Prepare();
        OutputFile.Write(RegionFolder.RoadsFile(territory.DataDirectory, id), workingDirectory, extract.Roads.Save);
        await new RegionFounding(territory.Get<IGrainFactory>(), equipped, Actor, territory.Get<TimeProvider>().GetUtcNow()).RegisterAsync($"region-{id}", cancellationToken);
        reply.Problems(problems);
        var unreachable = equipped.Terminals.Where(terminal => extract.Roads.Snap(terminal.Location, TravelMode.Van) is null).Select(terminal => (JsonNode)terminal.Id.Value).ToArray();
        return new JsonObject
        {
            ["region"] = id.Value,
            ["outlets"] = equipped.Terminals.Count,
            ["unnamed"] = request.Outlets is null ? extract.Outlets.Count(outlet => outlet.Name is null) : 0,
            ["unreachable"] = new JsonArray(unreachable),
            ["distributors"] = equipped.Distributors.Count,
            ["reps"] = equipped.Reps.Count,
            ["vehicles"] = equipped.Vehicles.Count,
            ["roadSegments"] = extract.Roads.SegmentCount,
            ["turnRestrictions"] = extract.Roads.TurnRestrictions.Count,
            ["problems"] = new JsonArray([.. problems.Select(ProblemReport.Json)]),
        };
    }

    private async Task<(IReadOnlyList<TerminalFile> Outlets, IReadOnlyList<Problem> Problems)> OutletsAsync(
        RegionImportRequest request, RegionId id, OsmExtract extract, CancellationToken cancellationToken)
    {
        if (request.Outlets is not { } file)
            return ([.. extract.Outlets.Select(outlet => MappedOutlet.ToTerminal(outlet, id))], []);
        var existing = await RegionLookup.TerminalsAsync(territory, cancellationToken);
        var import = OutletImport.Read(InputFile.Require(file, workingDirectory), file, id, request.Coordinates, existing);
        return import.HasErrors ? throw new InvalidInputException(import.Problems) : (import.Good, import.Problems);
    }

    private static Region Describe(RegionId id, RegionImportRequest request, OsmExtract extract)
    {
        var isInChina = China.Contains(extract.Bounds.Center);
        return new Region
        {
            Id = id,
            Name = LocalizedText.Same(request.Name.Trim()),
            TimeZone = request.TimeZone ?? (isInChina ? "Asia/Shanghai" : NauticalZone(extract.Bounds.Center)),
            Currency = request.Currency ?? (isInChina ? "CNY" : "EUR"),
            Calendar = WorkingCalendar.SixDayWeek,
            Bounds = extract.Bounds,
            ClassPolicies = ClassPolicy.Standard,
            MapAttribution = Attribution,
        };
    }

    // Where the time zone is not stated it is the zone of the longitude; the sign of Etc/GMT names runs the other way round.
    private static string NauticalZone(GeoPoint center)
    {
        var hours = (int)Math.Round(center.Longitude / 15);
        return hours == 0 ? "Etc/UTC" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(hours > 0 ? "-" : "+")}{Math.Abs(hours)}");
    }

    private static long SeedOf(RegionId id) => (long)(EntityKey.Of(id).Value >> 33);
}
