using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Simulation.Expansion.Templates;

/// <summary>A market frozen as a template (模板市场): ratios, cadence, price ladder, costs and the curve of distribution. It never changes; its hash names its content.</summary>
public sealed record MarketTemplate
{
    internal MarketTemplate()
    {
    }

    public required string Name { get; init; }

    public required ImmutableArray<TemplateClass> Classes { get; init; }

    public required double TerminalsPerRep { get; init; }

    public required double TerminalsPerVehicle { get; init; }

    /// <summary>Cases a vehicle delivers in a full week.</summary>
    public required double CasesPerVehicleWeek { get; init; }

    /// <summary>The share of a rep's paid minutes that calls and the ways between them fill.</summary>
    public required double Utilisation { get; init; }

    public required double TravelMinutesPerVisit { get; init; }

    public required int MinutesPerDay { get; init; }

    public required PriceLadder Prices { get; init; }

    public required Money CostPerCase { get; init; }

    /// <summary>Numeric distribution by weeks since the start, never falling.</summary>
    public required ImmutableArray<double> NumericByWeek { get; init; }

    /// <summary>Weighted distribution by weeks since the start, never falling.</summary>
    public required ImmutableArray<double> WeightedByWeek { get; init; }

    /// <summary>Market share over weighted distribution: our share among those who carry us.</summary>
    public required double ShareInHandlers { get; init; }

    public required double RivalShare { get; init; }

    public required double CasesPerTerminalWeek { get; init; }

    public double? CasesPerHeadAndYear { get; init; }

    public required Money PersonnelPerRepWeek { get; init; }

    public required Money VehiclePerWeek { get; init; }

    public required Money LaunchPerTerminal { get; init; }

    /// <summary>All costs until the highest distribution over the points of numeric distribution it brought; what a sample market must not hide (盆景).</summary>
    public required Money CostPerDistributionPoint { get; init; }

    public required Money SetUpCost { get; init; }

    public required int CreditWeeks { get; init; }

    public required TrainingOutput Training { get; init; }

    /// <summary>SHA-256 of everything above.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content())));

    /// <summary>What an earned case leaves before staff and vehicles.</summary>
    public Money MarginPerCase => Prices.FactoryPerCase - CostPerCase;

    public TemplateClass? Of(TerminalClass size) => Classes.FirstOrDefault(entry => entry.Class == size);

    private string Content()
    {
        var text = new StringBuilder("market-template/1\n");
        void Line(string name, params ReadOnlySpan<double> figures)
        {
            text.Append(name);
            foreach (var figure in figures)
                text.Append(' ').Append(figure.ToString("R", CultureInfo.InvariantCulture));
            text.Append('\n');
        }

        text.Append(Name.Length).Append(' ').Append(Name).Append('\n');
        foreach (var entry in Classes)
            Line("class", (int)entry.Class, entry.Terminals, entry.VisitsPerCycle, entry.MinutesPerVisit);
        Line("ratios", TerminalsPerRep, TerminalsPerVehicle, CasesPerVehicleWeek, Utilisation, TravelMinutesPerVisit, MinutesPerDay, ShareInHandlers, RivalShare, CasesPerTerminalWeek, CasesPerHeadAndYear ?? -1);
        Line("money", Prices.FactoryPerCase.MinorUnits, Prices.TerminalPerCase.MinorUnits, Prices.RetailPerCase.MinorUnits, CostPerCase.MinorUnits, PersonnelPerRepWeek.MinorUnits, VehiclePerWeek.MinorUnits, LaunchPerTerminal.MinorUnits, CostPerDistributionPoint.MinorUnits, SetUpCost.MinorUnits, CreditWeeks);
        Line("training", Training.RepsPerWeek, Training.DelayWeeks, Training.RepsPerRepAndWeek);
        Line("numeric", NumericByWeek.AsSpan());
        Line("weighted", WeightedByWeek.AsSpan());
        return text.ToString();
    }
}
