using Territory.Model.Travel;
using Territory.Roads.Matrices;

namespace Territory.Roads.Calibration;

/// <summary>How near a network's times and lengths come to observed ones, as shares of the observed figure.</summary>
public sealed class TravelAgreement
{
    /// <summary>Lengths are compared where times agree so well, for then the same roads are likely meant.</summary>
    public const double AgreeingShare = 0.05;

    /// <summary>From here on a time is an outlier.</summary>
    public const double OutlierShare = 0.2;

    private TravelAgreement(double[] times, double[] lengths, int unreached)
    {
        Pairs = times.Length;
        Unreached = unreached;
        MedianTimeError = At(times, 0.5);
        NinthDecileTimeError = At(times, 0.9);
        OutlierPairsShare = times.Length == 0 ? 0 : times.Count(error => error > OutlierShare) / (double)times.Length;
        AgreeingPairs = lengths.Length;
        MedianLengthError = At(lengths, 0.5);
    }

    /// <summary>How many pairs have an observed time and a way.</summary>
    public int Pairs { get; }

    /// <summary>How many observed pairs the network does not connect.</summary>
    public int Unreached { get; }

    /// <summary>Absolute, as a share of the observed time.</summary>
    public double MedianTimeError { get; }

    public double NinthDecileTimeError { get; }

    /// <summary>Of all pairs, those whose time is off by more than <see cref="OutlierShare"/>.</summary>
    public double OutlierPairsShare { get; }

    public int AgreeingPairs { get; }

    /// <summary>Absolute, as a share of the observed length, over <see cref="AgreeingPairs"/>.</summary>
    public double MedianLengthError { get; }

    /// <param name="computed">From the observed sources to the observed targets.</param>
    public static TravelAgreement Of(ObservedTravel observed, RectangularMatrix computed)
    {
        var times = new List<double>();
        var lengths = new List<double>();
        var unreached = 0;
        for (var row = 0; row < observed.Sources.Count; row++)
        {
            var seconds = computed.SecondsFrom(row);
            var meters = computed.MetersFrom(row);
            for (var column = 0; column < observed.Targets.Count; column++)
            {
                if (!(observed.Seconds[row][column] > 0))
                    continue;
                if (seconds[column] == TravelMatrix.Unreachable)
                {
                    unreached++;
                    continue;
                }

                var error = Math.Abs((seconds[column] / observed.Seconds[row][column]) - 1);
                times.Add(error);
                if (error <= AgreeingShare && observed.Meters[row][column] > 0)
                    lengths.Add(Math.Abs((meters[column] / observed.Meters[row][column]) - 1));
            }
        }

        return new TravelAgreement([.. times.Order()], [.. lengths.Order()], unreached);
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * share)];
}
