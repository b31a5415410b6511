namespace Territory.Simulation.Lab.Setup;

/// <summary>What shoppers do who do not find the product (缺货反应), as chances that are scaled to 1. Defaults: all categories, GMA 2002.</summary>
public sealed record LabOutOfStock(
    double OtherStore = 0.31, double None = 0.09, double Delay = 0.15, double SameBrand = 0.19, double OtherBrand = 0.26);
