namespace Territory.Inventory.Benchmarks;

/// <summary>The sample: instances of the two groups of the challenge by size, horizon and vehicles, chosen before anything was measured.</summary>
internal static class BenchmarkSets
{
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["small-h3"] = ["S_abs1n5_2_H3", "S_abs2n10_3_L3", "S_abs3n15_2_H3", "S_abs4n20_3_L3", "S_abs5n25_4_H3"],
        ["small-h6"] = ["S_abs1n5_3_L6", "S_abs2n10_2_H6", "S_abs3n15_4_L6", "S_abs4n20_2_H6", "S_abs5n25_3_L6"],
        ["medium"] = ["S_abs1n30_3_H6", "S_abs2n35_2_L3", "S_abs3n40_4_H3", "S_abs4n50_2_L3", "S_abs5n50_3_H3"],
        ["large"] = ["L_abs1n50_2_H", "L_abs2n50_4_L", "L_abs3n100_3_H", "L_abs4n100_2_L", "L_abs5n200_3_H"],
    };
}
