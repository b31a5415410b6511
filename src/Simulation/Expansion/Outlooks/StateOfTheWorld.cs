using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>How a replication differs from the template's figures in a region: factors of mean 1, partly common to all regions.</summary>
/// <remarks>Draws: of (seed, region or all regions, replication), so that levels of staffing share theirs and all regions the common part.</remarks>
internal readonly record struct StateOfTheWorld(double Speed, double Velocity, double Cost)
{
    private enum Parameter
    {
        Speed,
        Velocity,
        Cost,
    }

    public static StateOfTheWorld Draw(ForecastRequest request, int replication, OutlookUncertainty uncertainty)
    {
        return new StateOfTheWorld(Factor(Parameter.Speed, uncertainty.Speed), Factor(Parameter.Velocity, uncertainty.Velocity), Factor(Parameter.Cost, uncertainty.Cost));

        double Factor(Parameter parameter, double deviation)
        {
            var index = ((int)parameter * request.Replications) + replication;
            var common = Randomness.Draw.Of(request.Seed, DrawPurpose.ExpansionOutlook, EntityKey.Market, index);
            var own = Randomness.Draw.Of(request.Seed, DrawPurpose.ExpansionOutlook, EntityKey.Of(request.Region.Id), index);
            var z = (Math.Sqrt(uncertainty.Common) * Normal.Sample(ref common)) + (Math.Sqrt(1 - uncertainty.Common) * Normal.Sample(ref own));
            return SharedMath.Exp((deviation * z) - (0.5 * deviation * deviation));
        }
    }
}
