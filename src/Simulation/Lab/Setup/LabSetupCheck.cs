namespace Territory.Simulation.Lab.Setup;

/// <summary>Lists everything wrong with a setup, before anything runs.</summary>
/// <remarks>
/// Codes: lab.negative, lab.not-finite, lab.not-positive, lab.all-zero, lab.below, lab.above, lab.empty, lab.duplicate, lab.column-length, lab.rule-unknown, lab.date-order, lab.year,
/// lab.cell-unknown, lab.price-order. Of a column only the first wrong row is named.
/// </remarks>
public static class LabSetupCheck
{
    /// <summary>Ten years; longer runs are a mistake in a date.</summary>
    public const int MostDays = 3_660;

    public const int MostProducts = 64;

    /// <summary>Before and after lie mistakes, and the ends of the calendar.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public static IReadOnlyList<LabProblem> Problems(LabSetup setup)
    {
        var findings = new LabFindings();
        findings.Between("days", setup.Days, 1, MostDays);
        if (setup.FirstDay.Year is < FirstYear or > LastYear)
            findings.Add("firstDay", "lab.year", ("found", $"{setup.FirstDay:yyyy-MM-dd}"), ("from", $"{FirstYear}"), ("until", $"{LastYear}"));
        findings.Between("products", setup.Products.Count, 1, MostProducts);
        findings.Distinct("products", setup.Products.Select(product => product.Id));
        for (var index = 0; index < setup.Products.Count; index++)
            LabProductCheck.Find(findings, $"products[{index}]", setup.Products[index]);
        if (setup.Products.Count > 0 && !(setup.Products.Sum(product => product.Weight) > 0))
            findings.Add("products", "lab.all-zero", ("found", "0"));

        if (setup.Regions.Count == 0)
            findings.Add("regions", "lab.empty");
        findings.Distinct("regions", setup.Regions.Select(region => region.Id));
        for (var index = 0; index < setup.Regions.Count; index++)
            LabRegionCheck.Find(findings, $"regions[{index}]", setup.Regions[index], setup.Products.Count);
        LabRulesCheck.Find(findings, setup.Rules);
        return findings.Problems;
    }
}
