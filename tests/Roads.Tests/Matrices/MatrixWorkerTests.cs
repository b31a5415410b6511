using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Turns;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Matrices;

public sealed class MatrixWorkerTests
{
    /// <summary>Eleven sources make one full and one part batch; a place off the road stands among them.</summary>
    [Fact]
    public void Fill_RandomNetworks_AgreesWithSearchOverHistories()
    {
        foreach (var given in HistoryCase.From(300_001, Draws.Of(100), places: 11))
        {
            RoadPosition[] positions = [.. given.Places.Select(given.PositionOf), RoadPosition.None];
            var worker = new MatrixWorker(given.Random.Hierarchy, new TargetPlaces(positions, given.Random.Hierarchy));
            var (seconds, meters) = (new int[positions.Length * positions.Length], new int[positions.Length * positions.Length]);
            for (var first = 0; first < positions.Length; first += 8)
            {
                var rows = positions.AsSpan(first, Math.Min(8, positions.Length - first));
                worker.Fill(rows, seconds.AsSpan(first * positions.Length, rows.Length * positions.Length), meters.AsSpan(first * positions.Length, rows.Length * positions.Length));
            }

            for (var i = 0; i < positions.Length; i++)
            {
                var costs = i < given.Places.Length ? given.CostsFrom(given.Places[i]) : new (long Milliseconds, long Centimeters)?[given.Places.Length];
                for (var j = 0; j < positions.Length; j++)
                {
                    var (time, length) = j < costs.Length && costs[j] is { } cost
                        ? ((cost.Milliseconds + 500) / 1000, (cost.Centimeters + 50) / 100)
                        : (TravelMatrix.Unreachable, TravelMatrix.Unreachable);
                    var cell = (i * positions.Length) + j;
                    (seconds[cell], meters[cell]).ShouldBe(((int)time, (int)length), $"seed {given.Seed}: {i} to {j}");
                }
            }
        }
    }
}
