namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>The convex hull of points of the plane.</summary>
/// <remarks>Algorithm: monotone chains from left to right and back. Complexity: O(n log n). Source: Andrew 1979.</remarks>
internal static class ConvexHull
{
    public static double Area(double[] x, double[] y)
    {
        int[] order = [.. Enumerable.Range(0, x.Length).OrderBy(point => x[point]).ThenBy(point => y[point])];
        return Math.Abs(0.5 * (Chain(order) + Chain([.. order.Reverse()])));

        // Twice the signed area under one half of the hull.
        double Chain(int[] points)
        {
            var hull = new List<int>();
            foreach (var point in points)
            {
                while (hull.Count >= 2 && Turn(hull[^2], hull[^1], point) <= 0)
                    hull.RemoveAt(hull.Count - 1);
                hull.Add(point);
            }

            var sum = 0.0;
            for (var index = 1; index < hull.Count; index++)
                sum += ((x[hull[index - 1]] - x[order[0]]) * (y[hull[index]] - y[order[0]])) - ((x[hull[index]] - x[order[0]]) * (y[hull[index - 1]] - y[order[0]]));
            return sum;
        }

        double Turn(int a, int b, int c) => ((x[b] - x[a]) * (y[c] - y[a])) - ((y[b] - y[a]) * (x[c] - x[a]));
    }
}
