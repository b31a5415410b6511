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

    private readonly double[] upTo = new double[4];

    public OutOfStockRule(LabOutOfStock chances)
    {
        double[] parts = [chances.OtherStore, chances.None, chances.Delay, chances.SameBrand];
        var total = parts[0] + parts[1] + parts[2] + parts[3] + chances.OtherBrand;
        var sum = 0.0;
        for (var index = 0; index < parts.Length; index++)
        {
            sum += parts[index];
            upTo[index] = sum / total;
        }
    }

    public ShopperChoice Choose(double u)
    {
        for (var index = 0; index < upTo.Length; index++)
        {
            if (u < upTo[index])
                return (ShopperChoice)index;
        }

        return ShopperChoice.OtherBrand;
    }
}
