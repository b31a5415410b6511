namespace Territory.Simulation.Lab.Setup;

/// <summary>What the rules' names and parameters must hold to.</summary>
internal static class LabRulesCheck
{
    /// <summary>A millimetre: a distance of 0 has no power below 0.</summary>
    private const double LeastKilometres = 1e-6;

    /// <summary>Half of the way round the earth.</summary>
    private const double MostKilometres = 20_000;

    /// <summary>At a hazard of 1000 a call never fails.</summary>
    private const double MostHazard = 1_000;

    public static void Find(LabFindings findings, LabRules rules)
    {
        findings.Known("rules.demand", rules.Demand, LabRuleNames.DemandLaws);
        findings.Between("rules.demandSize", rules.DemandSize, 0.01, 1e6);
        findings.Factors("rules.weekdays", rules.Weekdays, 7);

        findings.Between("rules.huff.sizePower", rules.Huff.SizePower, 0, 10);
        findings.Between("rules.huff.distancePower", rules.Huff.DistancePower, 0, 10);
        findings.Between("rules.huff.reachKilometres", rules.Huff.ReachKilometres, LeastKilometres, MostKilometres);
        findings.Between("rules.huff.leastKilometres", rules.Huff.LeastKilometres, LeastKilometres, MostKilometres);

        findings.Between("rules.adoption.perCall", rules.Adoption.PerCall, 0, MostHazard);
        findings.Between("rules.adoption.neighbours", rules.Adoption.Neighbours, 0, MostHazard);
        findings.Between("rules.adoption.coverage", rules.Adoption.Coverage, 0, MostHazard);

        findings.Between("rules.response.priceElasticity", rules.Response.PriceElasticity, 0, 20);
        findings.Between("rules.response.callLeast", rules.Response.CallLeast, 0, 10);
        findings.Between("rules.response.callMost", rules.Response.CallMost, 0, 10);
        findings.Between("rules.response.callShape", rules.Response.CallShape, 0.01, 20);
        findings.Between("rules.response.callScale", rules.Response.CallScale, 1e-6, 1e9);
        findings.Between("rules.response.goodwillDecay", rules.Response.GoodwillDecay, 0, 1);
        findings.Between("rules.response.goodwillPerCall", rules.Response.GoodwillPerCall, 0, 1e6);
        findings.Between("rules.response.goodwillGain", rules.Response.GoodwillGain, 0, 10);
        findings.Between("rules.response.goodwillHalf", rules.Response.GoodwillHalf, 1e-6, 1e9);

        var missing = rules.OutOfStock;
        findings.Chances("rules.outOfStock", [
            ("otherStore", missing.OtherStore), ("none", missing.None), ("delay", missing.Delay), ("sameBrand", missing.SameBrand), ("otherBrand", missing.OtherBrand)]);

        findings.Known("rules.ordering.rule", rules.Ordering.Rule, LabRuleNames.OrderRules);
        findings.Between("rules.ordering.targetTenths", rules.Ordering.TargetTenths, 0, 1_000);
        findings.Between("rules.ordering.reorderCover", rules.Ordering.ReorderCover, 0, 100);
        findings.Between("rules.ordering.targetCover", rules.Ordering.TargetCover, 0, 100);
        if (rules.Ordering.TargetCover < rules.Ordering.ReorderCover)
        {
            findings.Add(
                "rules.ordering.targetCover", "lab.below",
                ("found", LabFindings.Text(rules.Ordering.TargetCover)), ("least", LabFindings.Text(rules.Ordering.ReorderCover)));
        }

        findings.Between("rules.ordering.leadDays", rules.Ordering.LeadDays, 1, 365);
        AtTheShelf(findings, rules);
    }

    private static void AtTheShelf(LabFindings findings, LabRules rules)
    {
        findings.Between("rules.display.pullGain", rules.Display.PullGain, 0, 100);
        findings.Between("rules.display.perCall", rules.Display.PerCall, 0, 1);
        findings.Between("rules.display.halfLifeDays", rules.Display.HalfLifeDays, 0.1, 3_660);

        findings.Length("rules.shelfPrices.spread", rules.ShelfPrices.Spread.Count, 3);
        for (var index = 0; index < rules.ShelfPrices.Spread.Count; index++)
            findings.Between($"rules.shelfPrices.spread[{index}]", rules.ShelfPrices.Spread[index], 0, 0.5);
        findings.Between("rules.shelfPrices.restored", rules.ShelfPrices.Restored, 0, 1);
        findings.Between("rules.shelfPrices.keepDays", rules.ShelfPrices.KeepDays, 0, 3_660);

        findings.Between("rules.delisting.emptyDays", rules.Delisting.EmptyDays, 1, 3_660);
        findings.NotNegative("rules.delisting.emptyHazard", rules.Delisting.EmptyHazard);
        findings.Between("rules.delisting.uncalledDays", rules.Delisting.UncalledDays, 1, 3_660);
        findings.NotNegative("rules.delisting.uncalledHazard", rules.Delisting.UncalledHazard);
    }
}
