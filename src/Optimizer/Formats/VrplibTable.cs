namespace Territory.Optimizer.Formats;

/// <summary>The values of a section, row by row, and the line each row stands in; 0 where it is missing.</summary>
internal sealed record VrplibTable(int Width, double[] Values, int[] Lines)
{
    public double this[int row, int column = 0] => Values[(row * Width) + column];
}
