using System.Numerics;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Rules;

/// <summary>How shoppers divide who find the shelf empty (缺货反应).</summary>
/// <remarks>
/// Multinomial, one draw for each unit asked for in vain; of more than <see cref="MostDraws"/> units the rest follows the draws' pattern over again.
/// Other store: asks tomorrow at a terminal of the same cell that lists the product. Delay: asks tomorrow here. Same brand: takes the next
/// product of ours that is on the shelf, and a rival's if none is. Source: Gruen, Corsten and Bharadwaj: "Retail out-of-stocks", GMA 2002.
/// </remarks>
public sealed class OutOfStockRule
{
    public const int MostDraws = 64;

    private readonly Vector256<double> upTo;

    public OutOfStockRule(LabOutOfStock chances)
    {
        double[] parts = [chances.OtherStore, chances.None, chances.Delay, chances.SameBrand];
        var total = parts[0] + parts[1] + parts[2] + parts[3] + chances.OtherBrand;
        var sum = 0.0;
        for (var index = 0; index < parts.Length; index++)
        {
            sum += parts[index];
            upTo = upTo.WithElement(index, sum / total);
        }
    }

    /// <summary>The choice whose stretch of (0, 1) holds u: as many stretches end before it as there are choices before.</summary>
    public ShopperChoice Choose(double u) =>
        (ShopperChoice)BitOperations.PopCount(Vector256.GreaterThanOrEqual(Vector256.Create(u), upTo).ExtractMostSignificantBits());
}
