namespace Territory.Simulation.Randomness;

/// <summary>Triangular draws on [least, most] with the peak at mode: bounded, skewed if wanted, and only a square root away from a uniform.</summary>
/// <remarks>Algorithm: inversion of the distribution function. Mean (least + mode + most) / 3.</remarks>
public static class Triangular
{
    public static double Sample(ref Draw draw, double least, double mode, double most)
    {
        var u = draw.NextUniform();
        var width = most - least;
        if (width <= 0)
            return mode;
        var left = (mode - least) / width;
        return u < left
            ? least + Math.Sqrt(u * width * (mode - least))
            : most - Math.Sqrt((1 - u) * width * (most - mode));
    }
}
