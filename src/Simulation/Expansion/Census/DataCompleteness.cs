namespace Territory.Simulation.Expansion.Census;

/// <summary>How complete the data of a region are, block by block: the share of its figures that are known.</summary>
/// <remarks>Of terminals: the mean over class (always known), volume above 0, and a rival or own share; of rivals: the share of cells with a rival's share.</remarks>
public sealed record DataCompleteness(IReadOnlyList<BlockCompleteness> Blocks)
{
    public IEnumerable<DataBlock> Empty => Blocks.Where(block => block.Share == 0).Select(block => block.Block);

    public double Of(DataBlock block) => Blocks.First(entry => entry.Block == block).Share;

    public static DataCompleteness Of(CandidateMarket region)
    {
        var map = new RivalMap(region);
        var cells = region.Terminals.Select(terminal => terminal.Cell).Distinct(StringComparer.Ordinal).ToList();
        return new DataCompleteness(
        [
            new(DataBlock.Macro, region.Macro is null ? 0 : Known(region.Macro.Population > 0, region.Macro.GdpPerHead > 0)),
            new(DataBlock.Rivals, cells.Count == 0 ? Known(map.Whole.Count > 0) : cells.Count(cell => map.In(cell).Count > 0) / (double)cells.Count),
            new(DataBlock.Dealers, region.Dealers is null ? 0 : Known(region.Dealers.Distributors > 0, region.Dealers.CasesPerWeek > 0)),
            new(DataBlock.Terminals, region.Terminals.Count == 0 ? 0 : region.Terminals.Average(terminal => Known(true, terminal.CasesPerMonth > 0, terminal.OwnShare > 0 || terminal.Rivals.Count > 0))),
            new(DataBlock.Consumers, region.Consumers is null ? 0 : Known(region.Consumers.CasesPerHeadAndYear > 0, region.Consumers.BrandAwareness is not null)),
            new(DataBlock.Conditions, Known(
                region.Conditions.BrandMaturity is not null, region.Conditions.Demand is not null, region.Conditions.BrandInfluence is not null,
                region.Conditions.CustomerCooperation is not null, region.Conditions.Execution is not null, region.Acceptance is not null)),
        ]);
    }

    private static double Known(params ReadOnlySpan<bool> figures)
    {
        var known = 0;
        foreach (var figure in figures)
            known += figure ? 1 : 0;
        return known / (double)figures.Length;
    }
}

/// <summary>The share of a block's figures that are known; 0 is an empty block.</summary>
public sealed record BlockCompleteness(DataBlock Block, double Share);
