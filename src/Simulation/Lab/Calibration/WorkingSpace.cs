using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>The coordinates that populations move in: a parameter, or its logarithm.</summary>
internal sealed class WorkingSpace(IReadOnlyList<UnknownParameter> parameters)
{
    public int Size => parameters.Count;

    public double[] FromPrior(ref Draw draw)
    {
        var working = new double[Size];
        for (var index = 0; index < Size; index++)
            working[index] = ToWorking(index, parameters[index].Prior.Quantile(draw.NextUniform()));
        return working;
    }

    public double[] ToParameters(double[] working)
    {
        var values = new double[Size];
        for (var index = 0; index < Size; index++)
        {
            var prior = parameters[index].Prior;
            values[index] = Math.Clamp(prior.IsLogarithmic ? SharedMath.Exp(working[index]) : working[index], prior.Low, prior.High);
        }

        return values;
    }

    /// <summary>0 outside the prior.</summary>
    public double PriorDensity(double[] working)
    {
        var density = 1.0;
        for (var index = 0; index < Size; index++)
        {
            var prior = parameters[index].Prior;
            var value = prior.IsLogarithmic ? SharedMath.Exp(working[index]) : working[index];
            density *= prior.Density(value) * (prior.IsLogarithmic ? value : 1);
        }

        return density;
    }

    private double ToWorking(int index, double value) => parameters[index].Prior.IsLogarithmic ? SharedMath.Log(value) : value;
}
