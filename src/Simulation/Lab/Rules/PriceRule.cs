using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Rules;

/// <summary>How demand answers to price (价格弹性).</summary>
/// <remarks>(price / reference)^-elasticity, the constant-elasticity form; exactly 1 at an elasticity of 0. Source: standard.</remarks>
public static class PriceRule
{
    public static double Factor(double price, double reference, double elasticity) => SharedMath.Pow(price / reference, -elasticity);
}
