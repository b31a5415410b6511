using Territory.Model.Terminals;

namespace Territory.Simulation.Lab.Setup;

/// <summary>What a region must hold to.</summary>
internal static class LabRegionCheck
{
    private const double MostMoney = 1e15;

    /// <summary>Of a day or a kilometre: a hundred thousand such days in each of ten years still fit.</summary>
    private const double MostRate = 1e10;

    public static void Find(LabFindings findings, string path, LabRegion region, int products)
    {
        if (string.IsNullOrWhiteSpace(region.Id))
            findings.Add($"{path}.id", "lab.empty");
        Cells(findings, $"{path}.cells", region.Cells);
        Terminals(findings, $"{path}.terminals", region.Terminals, region.Cells.Count, products);
        Distributor(findings, $"{path}.distributor", region.Distributor);
        FieldForce(findings, $"{path}.fieldForce", region.FieldForce);
        Fleet(findings, $"{path}.fleet", region.Fleet);
        FieldCosts(findings, $"{path}.fieldCosts", region.FieldCosts);

        findings.Between($"{path}.rivals.brandsPerTerminal", region.Rivals.BrandsPerTerminal, 0, byte.MaxValue);
        findings.Between($"{path}.rivals.ownPull", region.Rivals.OwnPull, 1e-6, 1e6);
        findings.Between($"{path}.rivals.reactionChance", region.Rivals.ReactionChance, 0, 1);
        findings.Between($"{path}.rivals.reactionLagDays", region.Rivals.ReactionLagDays, 0, 3_660);
        findings.Between($"{path}.rivals.reactionLoss", region.Rivals.ReactionLoss, 0, 1);
        findings.Between($"{path}.rivals.coverageStrength", region.Rivals.CoverageStrength, 0, 100);
        findings.Between($"{path}.rivals.coverageThreshold", region.Rivals.CoverageThreshold, 0, 0.99);
        findings.Between($"{path}.rivals.coverageLagDays", region.Rivals.CoverageLagDays, 1, 3_660);
    }

    private static void Cells(LabFindings findings, string path, LabCells cells)
    {
        if (cells.Count == 0)
            findings.Add(path, "lab.empty");
        findings.Length($"{path}.longitudes", cells.Longitudes.Length, cells.Count);
        findings.Length($"{path}.latitudes", cells.Latitudes.Length, cells.Count);
        findings.Column($"{path}.longitudes", cells.Longitudes, -180, 180);
        findings.Column($"{path}.latitudes", cells.Latitudes, -85, 85);
        findings.Column($"{path}.unitsPerDay", cells.UnitsPerDay, 0, 1e9);
    }

    private static void Shelves(LabFindings findings, string path, LabOpeningShelves shelves, int terminals, int products)
    {
        findings.Length($"{path}.listed", shelves.Listed.Length, terminals * products);
        findings.Length($"{path}.stock", shelves.Stock.Length, terminals * products);
        findings.Length($"{path}.onOrder", shelves.OnOrder.Length, terminals * products);
        findings.Length($"{path}.soldSinceCall", shelves.SoldSinceCall.Length, terminals * products);
        findings.Length($"{path}.sold", shelves.Sold.Length, terminals * products);
        findings.Length($"{path}.soldDays", shelves.SoldDays.Length, terminals);
        findings.Length($"{path}.counted", shelves.Counted.Length, terminals);
        findings.Length($"{path}.daysKnown", shelves.DaysKnown.Length, terminals);
        findings.Length($"{path}.daysSinceCall", shelves.DaysSinceCall.Length, terminals);
    }

    private static void Terminals(LabFindings findings, string path, LabTerminals terminals, int cells, int products)
    {
        var count = terminals.Count;
        if (count == 0)
            findings.Add(path, "lab.empty");
        findings.Length($"{path}.longitudes", terminals.Longitudes.Length, count);
        findings.Length($"{path}.latitudes", terminals.Latitudes.Length, count);
        findings.Length($"{path}.classes", terminals.Classes.Length, count);
        findings.Length($"{path}.sizes", terminals.Sizes.Length, count);
        findings.Length($"{path}.cells", terminals.Cells.Length, count);
        if (terminals.Fits.Length > 0)
            findings.Length($"{path}.fits", terminals.Fits.Length, count);
        if (terminals.RivalBrands.Length > 0)
            findings.Length($"{path}.rivalBrands", terminals.RivalBrands.Length, count);
        if (terminals.Adopted.Length > 0)
            findings.Length($"{path}.adopted", terminals.Adopted.Length, count);
        if (terminals.Shelves is { } shelves)
            Shelves(findings, $"{path}.shelves", shelves, count, products);
        findings.Column($"{path}.longitudes", terminals.Longitudes, -180, 180);
        findings.Column($"{path}.latitudes", terminals.Latitudes, -85, 85);
        findings.Column($"{path}.sizes", terminals.Sizes, 1e-9, 1e9);
        findings.Column($"{path}.fits", terminals.Fits, 0, 1e6);
        if (new HashSet<ulong>(terminals.Keys).Count != count)
            findings.Add($"{path}.keys", "lab.duplicate", ("id", "key"));
        if (Array.FindIndex(terminals.Classes, value => value is < TerminalClass.A or > TerminalClass.C) is var wrong and >= 0)
            findings.Add($"{path}.classes[{LabFindings.Text(wrong)}]", "lab.above", ("found", LabFindings.Text((int)terminals.Classes[wrong])), ("most", "C"));
        if (Array.FindIndex(terminals.Cells, cell => cell < 0 || cell >= cells) is var lost and >= 0)
        {
            findings.Add(
                $"{path}.cells[{LabFindings.Text(lost)}]", "lab.cell-unknown",
                ("found", LabFindings.Text(terminals.Cells[lost])), ("cells", LabFindings.Text(cells)));
        }
    }

    private static void Distributor(LabFindings findings, string path, LabDistributor distributor)
    {
        findings.Between($"{path}.coverDays", distributor.CoverDays, 0, 366);
        findings.Between($"{path}.reorderDays", distributor.ReorderDays, 0, 366);
        findings.Between($"{path}.factoryLeadDays", distributor.FactoryLeadDays, 1, 366);
        findings.Between($"{path}.leastCases", distributor.LeastCases, 0, 1e6);
        findings.Between($"{path}.openingCash", distributor.OpeningCash.MinorUnits, 0, MostMoney);
        findings.Between($"{path}.creditLine", distributor.CreditLine.MinorUnits, 0, MostMoney);
        findings.Between($"{path}.terminalCreditDays", distributor.TerminalCreditDays, 0, 366);
        findings.Between($"{path}.factoryCreditDays", distributor.FactoryCreditDays, 0, 366);
        findings.Between($"{path}.warehousePerDay", distributor.WarehousePerDay.MinorUnits, 0, MostRate);
    }

    private static void FieldForce(LabFindings findings, string path, LabFieldForce force)
    {
        for (var index = 0; index < force.Staffing.Count; index++)
        {
            findings.Between($"{path}.staffing[{index}].reps", force.Staffing[index].Reps, 0, 100_000);
            if (index > 0 && force.Staffing[index].From <= force.Staffing[index - 1].From)
            {
                findings.Add(
                    $"{path}.staffing[{index}].from", "lab.date-order",
                    ("from", $"{force.Staffing[index - 1].From:yyyy-MM-dd}"), ("until", $"{force.Staffing[index].From:yyyy-MM-dd}"));
            }
        }

        findings.Length($"{path}.daysBetweenCalls", force.DaysBetweenCalls.Count, 3);
        for (var index = 0; index < force.DaysBetweenCalls.Count; index++)
            findings.Between($"{path}.daysBetweenCalls[{index}]", force.DaysBetweenCalls[index], 0, 366);
        findings.Length($"{path}.workingDays", force.WorkingDays.Count, 7);
        findings.Between($"{path}.minutesPerDay", force.MinutesPerDay, 0, 1_440);
        findings.Between($"{path}.openingPractice", force.OpeningPractice, 0, 1e7);
        findings.Between($"{path}.largestSkill", force.LargestSkill, 1, 10);
        findings.Positive($"{path}.halfPractice", force.HalfPractice);
        findings.Between($"{path}.trainedPractice", force.TrainedPractice, 0, 1e7);
        findings.Between($"{path}.costPerRepDay", force.CostPerRepDay.MinorUnits, 0, MostRate);
        findings.Between($"{path}.costPerKilometre", force.CostPerKilometre.MinorUnits, 0, MostRate);
    }

    private static void Fleet(LabFindings findings, string path, LabFleet fleet)
    {
        findings.Between($"{path}.vehicles", fleet.Vehicles, 0, 100_000);
        findings.Between($"{path}.casesPerDay", fleet.CasesPerDay, 0, 1e6);
        findings.Between($"{path}.minutesPerDay", fleet.MinutesPerDay, 0, 1_440);
        findings.Between($"{path}.costPerVehicleDay", fleet.CostPerVehicleDay.MinorUnits, 0, MostRate);
        findings.Between($"{path}.costPerKilometre", fleet.CostPerKilometre.MinorUnits, 0, MostRate);
    }

    private static void FieldCosts(LabFindings findings, string path, LabFieldCosts costs)
    {
        findings.Positive($"{path}.areaSquareKilometres", costs.AreaSquareKilometres);
        findings.Positive($"{path}.callMinutes", costs.CallMinutes);
        findings.NotNegative($"{path}.callFixedMinutes", costs.CallFixedMinutes);
        findings.NotNegative($"{path}.callMinutesPerRoot", costs.CallMinutesPerRoot);
        findings.NotNegative($"{path}.callFixedKilometres", costs.CallFixedKilometres);
        findings.NotNegative($"{path}.callKilometresPerRoot", costs.CallKilometresPerRoot);
        findings.Positive($"{path}.dropMinutes", costs.DropMinutes);
        findings.NotNegative($"{path}.dropFixedMinutes", costs.DropFixedMinutes);
        findings.NotNegative($"{path}.dropMinutesPerRoot", costs.DropMinutesPerRoot);
        findings.NotNegative($"{path}.dropFixedKilometres", costs.DropFixedKilometres);
        findings.NotNegative($"{path}.dropKilometresPerRoot", costs.DropKilometresPerRoot);
    }
}
