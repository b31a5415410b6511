using Territory.Model.Travel;
using Territory.Roads.Calibration;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Calibration;

public sealed class SpeedCalibrationTests(MaltaExtract malta, ITestOutputHelper output)
{
    /// <summary>The reference engine's own habits at junctions: it counts a turn dearer and a light cheaper than our profile.</summary>
    private const string ReferenceTurns = """{ "name": "car", "base": "car", "turns": { "nearSideSeconds": 8, "farSideSeconds": 8, "signalSeconds": 3.8 } }""";

    /// <summary>What <c>bench/Roads ... reference</c> fits to the reference's even rows, in km/h; the fit takes half a minute, too long for every run.</summary>
    private static readonly Dictionary<RoadClass, double> FittedToEvenRows = new()
    {
        [RoadClass.Trunk] = 85.3,
        [RoadClass.TrunkLink] = 51.7,
        [RoadClass.Primary] = 71.3,
        [RoadClass.PrimaryLink] = 34.7,
        [RoadClass.Secondary] = 59.8,
        [RoadClass.SecondaryLink] = 28.9,
        [RoadClass.Tertiary] = 40.8,
        [RoadClass.TertiaryLink] = 61.7,
        [RoadClass.Unclassified] = 43.6,
        [RoadClass.Residential] = 33.0,
        [RoadClass.LivingStreet] = 9.5,
        [RoadClass.Service] = 23.5,
        [RoadClass.Track] = 2.0,
        [RoadClass.Pedestrian] = 39.5,
    };

    [Fact]
    public void Of_SpeedsFittedToHalfTheRowsOfAnIndependentEngine_AgreesOnTheOtherHalf()
    {
        using var file = new TemporaryFile(".json");
        File.WriteAllText(file.Path, ReferenceTurns);
        var network = malta.Extract.Roads.With(TravelProfile.Read(file.Path).WithSpeeds(FittedToEvenRows, limitFactor: 1.002));
        var held = MaltaReference.Travel.Rows(row => row % 2 == 1);

        var agreement = TravelAgreement.Of(held, new TravelMatrixBuilder(network).Compute(held.Sources, held.Targets, TravelMode.Car));

        output.WriteLine($"{agreement.Pairs} pairs: time off by {agreement.MedianTimeError:P2} in the median, {agreement.NinthDecileTimeError:P1} at nine tenths, "
            + $"{agreement.OutlierPairsShare:P1} above 20 %; length by {agreement.MedianLengthError:P2} over {agreement.AgreeingPairs} pairs.");
        agreement.Pairs.ShouldBeGreaterThan(40_000);
        agreement.Unreached.ShouldBe(0);
        agreement.MedianTimeError.ShouldBeLessThan(0.05);
        agreement.MedianLengthError.ShouldBeLessThan(0.01);
        agreement.AgreeingPairs.ShouldBeGreaterThan(agreement.Pairs / 2);
    }

    [Fact]
    public void Fit_TimesOfAKnownProfile_FindsItsSpeeds()
    {
        var random = RandomNetwork.Create(8, nodes: 60, ways: 90, points: 40);
        var truth = TravelProfile.Car.WithSpeeds(
            new Dictionary<RoadClass, double> { [RoadClass.Primary] = 70, [RoadClass.Secondary] = 35, [RoadClass.Residential] = 18 }, 0.95);
        var matrix = new TravelMatrixBuilder(random.Network.With(truth)).Compute(random.Points, TravelMode.Car);
        var observed = new ObservedTravel(random.Points, random.Points, Rows(matrix.Seconds, matrix.Size), Rows(matrix.Meters, matrix.Size));

        var fitted = SpeedCalibration.Fit(random.Network, TravelMode.Car, observed);

        foreach (var roadClass in (RoadClass[])[RoadClass.Primary, RoadClass.Secondary, RoadClass.Residential])
            fitted.SpeedKmh(roadClass, 0).ShouldBe(truth.SpeedKmh(roadClass, 0), truth.SpeedKmh(roadClass, 0) * 0.05, roadClass.ToString());
        fitted.LimitFactor.ShouldBe(0.95, 0.03);
    }

    private static double[][] Rows(ReadOnlySpan<int> values, int size)
    {
        var rows = new double[size][];
        for (var row = 0; row < size; row++)
            rows[row] = [.. values.Slice(row * size, size).ToArray().Select(value => value == TravelMatrix.Unreachable ? double.NaN : value)];
        return rows;
    }
}
