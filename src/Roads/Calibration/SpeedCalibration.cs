using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Calibration;

/// <summary>Fits a profile's class speeds (道路等级速度标定), and the share of limits that is held, to observed times and lengths.</summary>
/// <remarks>
/// Objective: the mean over all pairs of the time's error plus the length's, each as a share and capped, so that few odd pairs do not decide. Lengths
/// count because speeds decide which roads are taken, and a right time along a wrong road is right by chance.
/// Algorithm: coordinate search with halved steps; each trial re-customises the hierarchy and sweeps the observed pairs.
/// Complexity: some hundred trials of a customisation each. Source: Hooke and Jeeves, "Direct search" solution of numerical and statistical problems (1961).
/// </remarks>
public sealed class SpeedCalibration
{
    private const double FirstStep = 0.16;
    private const double LastStep = 0.01;
    private const double LargestTimeError = 0.3;
    private const double LargestLengthError = 0.1;
    private const double LeastGain = 1e-6;
    private const double SlowestKmh = 2;
    private const double FastestKmh = 140;

    private readonly RoadTables tables;
    private readonly ModeFoundation foundation;
    private readonly ObservedTravel observed;
    private readonly SnappedPoint?[] sources;
    private readonly SnappedPoint?[] targets;

    private SpeedCalibration(RoadNetwork network, TravelMode mode, ObservedTravel observed)
    {
        tables = network.Tables;
        foundation = network.For(mode).Foundation;
        this.observed = observed;
        sources = [.. observed.Sources.Select(point => network.Snap(point, mode))];
        targets = [.. observed.Targets.Select(point => network.Snap(point, mode))];
    }

    /// <summary>The network's profile of a mode with the speeds that fit best; turn costs, access and all else stay.</summary>
    public static TravelProfile Fit(RoadNetwork network, TravelMode mode, ObservedTravel observed, CancellationToken cancellationToken = default) =>
        new SpeedCalibration(network, mode, observed).Fit(network.ProfileOf(mode), cancellationToken);

    private TravelProfile Fit(TravelProfile profile, CancellationToken cancellationToken)
    {
        var best = (Profile: profile, Error: ErrorOf(profile));
        var classes = Enum.GetValues<RoadClass>().Where(roadClass => tables.SegmentClass.AsSpan().Contains((byte)roadClass)).ToList();
        for (var step = FirstStep; step > LastStep; step /= 2)
        {
            bool isBetter;
            do
            {
                isBetter = false;
                foreach (var roadClass in classes)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    isBetter |= Try(ref best, (current, factor) => WithSpeed(current, roadClass, factor), step);
                }

                isBetter |= profile.LimitFactor > 0 && Try(ref best, (current, factor) => current.WithSpeeds(new Dictionary<RoadClass, double>(), current.LimitFactor * factor), step);
            }
            while (isBetter);
        }

        return best.Profile;
    }

    private static TravelProfile WithSpeed(TravelProfile profile, RoadClass roadClass, double factor) => profile.WithSpeeds(
        new Dictionary<RoadClass, double> { [roadClass] = Math.Clamp(profile.SpeedKmh(roadClass, 0) * factor, SlowestKmh, FastestKmh) }, profile.LimitFactor);

    private bool Try(ref (TravelProfile Profile, double Error) best, Func<TravelProfile, double, TravelProfile> changed, double step)
    {
        foreach (var factor in (ReadOnlySpan<double>)[1 + step, 1 / (1 + step)])
        {
            var trial = changed(best.Profile, factor);
            var error = ErrorOf(trial);
            if (error >= best.Error - LeastGain)
                continue;
            best = (trial, error);
            return true;
        }

        return false;
    }

    private double ErrorOf(TravelProfile profile)
    {
        var graph = foundation.Graph.At(tables, ModeRoads.TimesOf(tables, profile, RoadConditions.None), _ => false);
        var hierarchy = new RoadHierarchy(graph, foundation.Topology);
        var places = new TargetPlaces([.. targets.Select(point => RoadPosition.Of(tables, graph, point))], hierarchy);
        var worker = new MatrixWorker(hierarchy, places);
        var seconds = new int[TargetSweep.Lanes * targets.Length];
        var meters = new int[seconds.Length];
        var (sum, count) = (0.0, 0);
        for (var first = 0; first < sources.Length; first += TargetSweep.Lanes)
        {
            RoadPosition[] rows = [.. sources.Skip(first).Take(TargetSweep.Lanes).Select(point => RoadPosition.Of(tables, graph, point))];
            worker.Fill(rows, seconds.AsSpan(0, rows.Length * targets.Length), meters.AsSpan(0, rows.Length * targets.Length));
            for (var cell = 0; cell < rows.Length * targets.Length; cell++)
            {
                var (row, column) = (first + (cell / targets.Length), cell % targets.Length);
                if (seconds[cell] == TravelMatrix.Unreachable || !(observed.Seconds[row][column] > 0))
                    continue;
                sum += Share(seconds[cell], observed.Seconds[row][column], LargestTimeError) + Share(meters[cell], observed.Meters[row][column], LargestLengthError);
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>How far off a figure is, 0 where nothing was observed.</summary>
    private static double Share(int computed, double known, double most) => known > 0 ? Math.Min(Math.Abs((computed / known) - 1), most) : 0;
}
