using System.CommandLine;
using Territory.Cli.Regions;
using Territory.Model.Problems;

namespace Territory.Cli.Commands;

/// <summary>Regions from real maps.</summary>
internal static class RegionCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("region", "Regions from real maps.");
        command.Add(Import(context));
        return command;
    }

    private static Command Import(CommandContext context)
    {
        var osm = new Option<string>("--osm") { Description = "An OpenStreetMap extract.", Required = true, HelpName = "FILE.osm.pbf" };
        var name = new Option<string>("--name") { Description = "The region's name.", Required = true, HelpName = "NAME" };
        var outlets = new Option<string?>("--outlets") { Description = "Outlets from a CSV instead of the extract's shops and food places.", HelpName = "FILE.csv" };
        var coordinates = OutletsCommand.CoordinatesOption();
        var timeZone = new Option<string?>("--time-zone") { Description = "IANA name; by default the zone of the place.", HelpName = "ZONE" };
        var currency = new Option<string?>("--currency") { Description = "ISO 4217 code; by default CNY in China, else EUR.", HelpName = "CODE" };
        var command = new Command("import", "Makes a region from an OpenStreetMap extract: roads, outlets, and a first company to serve them.") { osm, name, outlets, coordinates, timeZone, currency, context.Shared.Data };
        command.SetAction((parsed, cancellationToken) => context.OnTerritoryAsync(
            parsed,
            async territory =>
            {
                if (parsed.GetValue(timeZone) is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                    throw new InvalidInputException(new Problem("region.time-zone", "An IANA time zone is expected, for example Asia/Shanghai.", Field: "--time-zone", Value: zone));
                var reply = context.ReplyFor(parsed);
                var import = new RegionImport(territory, reply, context.Console.WorkingDirectory);
                reply.Result(await import.RunAsync(
                    new RegionImportRequest(parsed.GetValue(osm)!, parsed.GetValue(name)!, parsed.GetValue(outlets), parsed.GetValue(coordinates), parsed.GetValue(timeZone), parsed.GetValue(currency)),
                    cancellationToken));
                return ExitStatus.Done;
            },
            cancellationToken,
            creates: true));
        return command;
    }
}
