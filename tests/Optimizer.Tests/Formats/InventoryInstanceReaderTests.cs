using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using Territory.Model.Problems;
using Territory.Model.Schedules;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

public sealed class InventoryInstanceReaderTests
{
    private static readonly string[] Small = ["3 2 50 2", "0 0 0 100 30 0.3", "1 3 4 20 40 0 10 0.02", "2 0.0 6.4 5 15 1 20 0.05", ""];

    [Fact]
    public void Parse_Instance_ReadsEveryColumn()
    {
        var problem = Parse(Small).Problem;

        problem.PeriodCount.ShouldBe(2);
        problem.Vehicles.Count.ShouldBe(2);
        problem.Vehicles[0].ShouldBe(new InventoryVehicle { Capacity = 50, CostPerDistance = 100 });
        problem.Supplier.StartingStock.ShouldBe(100);
        problem.Supplier.Arrivals.ShouldBe([30, 30]);
        problem.Supplier.HoldingCost.ShouldBe(30);
        var customer = problem.Customers[1];
        (customer.StartingStock, customer.Maximum, customer.Minimum, customer.HoldingCost, customer.ShortageCost).ShouldBe((5, 15, 1, 5, null));
        customer.Consumption.ShouldBe([20, 20]);
        problem.Distances.Between(0, 1).ShouldBe(5);
        // 6.4 to the nearest whole number.
        problem.Distances.Between(2, 0).ShouldBe(6);
    }

    [Theory]
    [InlineData(0, "3 2 50", "irp.head")]
    [InlineData(0, "4 2 50 2", "irp.nodes")]
    [InlineData(1, "0 0 0 100 30", "irp.columns")]
    [InlineData(2, "7 3 4 20 40 0 10 0.02", "irp.order")]
    [InlineData(2, "1 3 4 20 40 0 10 0.025", "irp.holding")]
    [InlineData(3, "2 0.0 6.4 5 15 16 20 0.05", "number.whole")]
    public void Parse_FaultyLine_IsRefusedWithItsPlace(int line, string text, string code)
    {
        string[] lines = [.. Small];
        lines[line] = text;

        var refused = Should.Throw<InvalidInputException>(() => Parse(lines)).Problems;

        refused.ShouldContain(problem => problem.Code == code && problem.Line == line + 1);
    }

    /// <summary>Expected: the upper bounds of the 12th DIMACS challenge, which for these sizes are known to be optimal or nearly so.</summary>
    [Theory]
    [InlineData("S_abs1n5_2_H3")]
    [InlineData("S_abs2n5_3_L3")]
    [InlineData("S_abs3n5_4_H6")]
    [InlineData("S_abs4n10_2_L3")]
    [InlineData("S_abs5n10_3_H3")]
    public void Read_PublishedInstance_IsSolvedToItsPublishedCost(string name)
    {
        var folder = SharedData.Path("irp");
        var published = File.ReadLines(Path.Combine(folder, "bounds-dimacs2022.txt")).Select(line => line.Split('\t')).Single(words => words[0] == name)[2];
        var instance = InventoryInstanceReader.Parse(Lines(Path.Combine(folder, "irp-1040.tar.gz"), name), name, ReplenishmentPolicy.MaximumLevel);

        var result = new InventorySolver().Solve(instance.Problem, new SolveOptions { Iterations = 20_000 }, null, TestContext.Current.CancellationToken);

        result.Verdict.Breaches.ShouldBeEmpty();
        var best = decimal.Parse(published, CultureInfo.InvariantCulture);
        InventoryInstance.PublishedCost(result.Cost).ShouldBeInRange(best * 0.9999m, best * 1.002m);
    }

    private static InventoryInstance Parse(string[] lines) => InventoryInstanceReader.Parse(lines, "small.dat", ReplenishmentPolicy.MaximumLevel);

    private static string[] Lines(string archive, string name)
    {
        using var file = File.OpenRead(archive);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var entries = new TarReader(unpacked);
        while (entries.GetNextEntry() is { } entry)
        {
            if (Path.GetFileNameWithoutExtension(entry.Name) == name)
                return new StreamReader(entry.DataStream!).ReadToEnd().Split('\n');
        }

        throw new FileNotFoundException(name);
    }
}
