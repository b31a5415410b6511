using Territory.Model.Schedules;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Tiny inventory problems in which every rule may bind: few levels, scarce supply, closed periods, vehicles that may not come, limits of time.</summary>
internal static class RandomInventory
{
    public static InventoryProblem Draw(int seed, ReplenishmentPolicy policy, bool hasShortageCost, int customers = 3, int periods = 3, int dearestShortage = 30)
    {
        var random = new Random(seed);
        var vehicles = random.Next(1, 3);
        var count = random.Next(1, customers + 1);
        var isTimed = random.Next(3) == 0;
        var distances = Matrix(random, count + 1);
        return new InventoryProblem(
            policy,
            new InventorySupplier
            {
                StartingStock = random.Next(0, 9),
                Arrivals = [.. Enumerable.Range(0, periods).Select(_ => (long)random.Next(0, 8))],
                Capacity = random.Next(4) == 0 ? random.Next(8, 25) : null,
                HoldingCost = random.Next(0, 3),
            },
            [.. Enumerable.Range(0, count).Select(_ => Customer(random, hasShortageCost ? dearestShortage : null, periods, vehicles, isTimed))],
            [
                .. Enumerable.Range(0, vehicles).Select(_ => new InventoryVehicle
                {
                    Capacity = random.Next(2, 9),
                    FixedCost = random.Next(0, 6),
                    CostPerDistance = random.Next(1, 3),
                    MaxDuration = isTimed ? random.Next(30, 80) : null,
                }),
            ],
            ArcLengths.OfMatrix(distances, count + 1),
            isTimed ? ArcLengths.OfMatrix([.. distances.Select(length => length == ProblemData.NoRoad ? length : 2 * length)], count + 1) : null,
            isTimed ? random.Next(0, 3) : 0);
    }

    private static InventoryCustomer Customer(Random random, int? dearestShortage, int periods, int vehicles, bool isTimed)
    {
        var minimum = random.Next(4) == 0 ? 1 : 0;
        var maximum = random.Next(Math.Max(1, minimum), 6);
        return new InventoryCustomer
        {
            // Now and then there is more than the maximum.
            StartingStock = random.Next(minimum, maximum + (random.Next(8) == 0 ? 3 : 1)),
            Maximum = maximum,
            Minimum = minimum,
            Consumption = [.. Enumerable.Range(0, periods).Select(_ => random.Next(0, 4))],
            HoldingCost = random.Next(0, 4),
            ShortageCost = dearestShortage is { } dearest ? random.Next(0, dearest) : null,
            OpenPeriods = random.Next(2) == 0 ? null : [.. Enumerable.Range(0, periods).Select(_ => random.Next(5) > 0)],
            AllowedVehicles = random.Next(3) > 0 ? null : [.. Enumerable.Range(0, vehicles).Select(_ => random.Next(5) > 0)],
            ServiceDuration = isTimed ? random.Next(0, 5) : 0,
        };
    }

    /// <summary>Now and then no road leads to a customer.</summary>
    private static int[] Matrix(Random random, int locations)
    {
        var cells = new int[locations * locations];
        var isolated = random.Next(5) == 0 ? random.Next(locations) : 0;
        for (var i = 0; i < locations; i++)
        {
            for (var j = 0; j < locations; j++)
            {
                if (i != j)
                    cells[(i * locations) + j] = isolated > 0 && (i == isolated || j == isolated) ? ProblemData.NoRoad : random.Next(1, 20);
            }
        }

        return cells;
    }
}
