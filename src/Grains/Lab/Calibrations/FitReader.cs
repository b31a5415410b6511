using Territory.Contracts.Lab;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Fitting;

namespace Territory.Grains.Lab.Calibrations;

/// <summary>What a calibration is to fit, made ready, or everything that is wrong with it.</summary>
/// <param name="Deliveries">The history.</param>
internal sealed record FitReading(PreparedFit? Prepared, IReadOnlyList<LabDelivery> Deliveries, IReadOnlyList<RegionId> LiveRegions, IReadOnlyList<Problem> Problems);

/// <summary>Reads the scenario of a calibration with all its terminals, and its history.</summary>
internal sealed class FitReader(LabReader reader, LiveDeliveries live)
{
    /// <param name="threads">Runs at once; they never change a result.</param>
    public async Task<FitReading> ReadAsync(StartLabCalibration command, int threads, CancellationToken cancellationToken)
    {
        var settings = command.Settings;
        var reading = await reader.ReadAsync(command.Content, [.. settings.Parameters.Select(range => (range.Path, range.Low, range.High))], command.Only, cancellationToken);
        if (reading.Parameters is not { } parameters)
            return Wrong(reading.Problems);
        var history = command.History ?? await LiveAsync(parameters.Read.Scenario, cancellationToken);
        if (history.Count == 0)
            return Wrong([new Problem("history.missing", "A history is needed: rows of deliveries, or a scenario of a live region that was delivered something within its days.", Field: "history")]);
        var options = new MarketFitOptions
        {
            Calibration = new CalibrationOptions { Seed = unchecked((ulong)settings.Seed), Population = settings.Population, Budget = settings.Runs, Threads = threads },
            HeldOutWeeks = settings.HoldOutWeeks,
        };
        try
        {
            var fit = new MarketFit(
                parameters, [.. history.Select(delivery => new Delivery(delivery.Date, delivery.Terminal, delivery.Cases))], [.. settings.Parameters.Select(Unknown)], options);
            return new FitReading(new PreparedFit(parameters, fit, options, reading.Position), history, reading.LiveRegions, []);
        }
        catch (InvalidInputException wrong)
        {
            return Wrong(wrong.Problems);
        }
    }

    private static FitReading Wrong(IReadOnlyList<Problem> problems) => new(null, [], [], problems);

    private static UnknownParameter Unknown(LabParameterRange range) =>
        new(range.Path, range.Scale == LabScale.Logarithmic ? new LogUniformPrior(range.Low, range.High) : new UniformPrior(range.Low, range.High));

    private async Task<IReadOnlyList<LabDelivery>> LiveAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var deliveries = new List<LabDelivery>();
        foreach (var region in scenario.Regions.Select(region => region.Terminals.Live?.Region).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var found = await live.ReadAsync(region, scenario.FirstDay, scenario.Days, cancellationToken);
            deliveries.AddRange(found.Select(delivery => new LabDelivery(delivery.Date, delivery.Terminal, delivery.Cases)));
        }

        return deliveries;
    }
}
