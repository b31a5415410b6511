namespace Territory.Simulation.Lab.Setup;

/// <summary>What a product must hold to.</summary>
internal static class LabProductCheck
{
    private const int MostUnitsPerCase = 1_000;
    /// <summary>Beyond it, sums of a large market over years would not fit.</summary>
    private const double MostMoney = 1e10;

    public static void Find(LabFindings findings, string path, LabProduct product)
    {
        if (string.IsNullOrWhiteSpace(product.Id))
            findings.Add($"{path}.id", "lab.empty");
        findings.Between($"{path}.unitsPerCase", product.UnitsPerCase, 1, MostUnitsPerCase);
        findings.Between($"{path}.costPerCase", product.CostPerCase.MinorUnits, 0, MostMoney);
        findings.Between($"{path}.factoryPerCase", product.FactoryPerCase.MinorUnits, 0, MostMoney);
        findings.Between($"{path}.channelPerCase", product.ChannelPerCase.MinorUnits, 0, MostMoney);
        findings.Between($"{path}.retailPerUnit", product.RetailPerUnit.MinorUnits, 1, MostMoney);
        if (product.ReferencePerUnit is { } reference)
            findings.Between($"{path}.referencePerUnit", reference.MinorUnits, 1, MostMoney);
        if (product.ChannelPerCase < product.FactoryPerCase)
        {
            findings.Add(
                $"{path}.channelPerCase", "lab.price-order",
                ("found", LabFindings.Text(product.ChannelPerCase.MinorUnits)), ("least", LabFindings.Text(product.FactoryPerCase.MinorUnits)));
        }

        findings.Between($"{path}.weight", product.Weight, 0, LabFindings.MostFactor);
        if (!Enum.IsDefined(product.ListedTo))
            findings.Add($"{path}.listedTo", "lab.above", ("found", LabFindings.Text((int)product.ListedTo)), ("most", "C"));
        findings.Factors($"{path}.seasonByMonth", product.SeasonByMonth, 12);
        for (var index = 0; index < product.Promotions.Count; index++)
            Find(findings, $"{path}.promotions[{index}]", product.Promotions[index]);
    }

    private static void Find(LabFindings findings, string path, LabPromotion promotion)
    {
        if (promotion.Until < promotion.From)
            findings.Add($"{path}.until", "lab.date-order", ("from", $"{promotion.From:yyyy-MM-dd}"), ("until", $"{promotion.Until:yyyy-MM-dd}"));
        findings.Between($"{path}.uplift", promotion.Uplift, 0, 100);
        findings.Between($"{path}.postDip", promotion.PostDip, 0, 1);
        findings.Between($"{path}.postDipDays", promotion.PostDipDays, 0, 366);
        findings.Between($"{path}.costPerDay", promotion.CostPerDay.MinorUnits, 0, MostMoney);
    }
}
