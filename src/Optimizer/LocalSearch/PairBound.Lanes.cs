using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Territory.Optimizer.LocalSearch;

/// <content>Eight neighbours of one client together. It finds what <see cref="LookOneByOne"/> finds.</content>
internal sealed partial class PairBound
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe bool LookTogether(int u, ReadOnlySpan<int> near, int since, Span<int> found)
    {
        fixed (int* vehicleOf = routes.VehicleOf, modifiedAt = routes.ModifiedAt, linkedAt = routes.Trials.LinkedAt)
        fixed (float* loadWorth = routes.LoadWorth, tailWorth = routes.TailWorth, headWorth = routes.HeadWorth, excessWorth = routes.ExcessWorth, slackWorth = routes.SlackWorth)
        fixed (int* next = routes.Next, previous = routes.Previous, location = routes.Location, toNext = routes.ToNext)
        fixed (int* from = distance, to = distanceBack, nearest = near, flags = found)
        {
            var v = Vector256.Load(nearest);
            var vehicleU = vehicleOf[u];
            var vehicle = Avx2.GatherVector256(vehicleOf, v, sizeof(int));
            var active = Vector256.GreaterThanOrEqual(vehicle, Vector256<int>.Zero) & Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(near.Length));
            // A lane that is not asked reads the first vehicle.
            vehicle &= active;
            if (unchecked((routes.NotesLinks ? linkedAt[u] : modifiedAt[vehicleU]) - since) <= 0)
            {
                var changed = routes.NotesLinks ? Avx2.GatherVector256(linkedAt, v, sizeof(int)) : Avx2.GatherVector256(modifiedAt, vehicle, sizeof(int));
                active &= Vector256.GreaterThan(changed - Vector256.Create(since), Vector256<int>.Zero);
            }

            if (active == Vector256<int>.Zero)
                return false;

            var (pEntry, xEntry) = (previous[u], next[u]);
            var (p, x) = (location[pEntry], location[xEntry]);
            int* fromU = from + ((nint)u * n), toU = to + ((nint)u * n), fromP = from + ((nint)p * n), fromX = from + ((nint)x * n), toX = to + ((nint)x * n);
            var (pu, ux) = (toNext[pEntry], toNext[u]);
            var opened = Vector256.Create(pEntry >= n ? fixedWorth : 0);
            var shift = new Shifts(
                Vector256.Equals(vehicle, Vector256.Create(vehicleU)),
                Vector256.Create(excessWorth[vehicleU]),
                Avx2.GatherVector256(excessWorth, vehicle, sizeof(float)),
                Vector256.Create(slackWorth[vehicleU]),
                Avx2.GatherVector256(slackWorth, vehicle, sizeof(float)));
            var (loadU, loadV) = (loadWorth[u], Avx2.GatherVector256(loadWorth, v, sizeof(float)));

            var yEntry = Avx2.GatherVector256(next, v, sizeof(int));
            var qEntry = Avx2.GatherVector256(previous, v, sizeof(int));
            var y = Avx2.GatherVector256(location, yEntry, sizeof(int));
            var q = Avx2.GatherVector256(location, qEntry, sizeof(int));
            var vy = Avx2.GatherVector256(toNext, v, sizeof(int));
            var vu = Avx2.GatherVector256(toU, v, sizeof(int));
            var uy = Avx2.GatherVector256(fromU, y, sizeof(int));
            var vx = Avx2.GatherVector256(toX, v, sizeof(int));
            var xy = Avx2.GatherVector256(fromX, y, sizeof(int));
            var swap = Avx2.GatherVector256(fromP, v, sizeof(int)) + Avx2.GatherVector256(toU, q, sizeof(int))
                - Avx2.GatherVector256(toNext, qEntry, sizeof(int)) - Vector256.Create(pu);

            var promising = Vector256.Create(unbounded);
            promising |= Below(vu + uy - vy + Vector256.Create(fromP[x] - pu - ux), shift.Of(Vector256.Create(loadU)), opened, Relocate1);
            promising |= Below(swap + vx + uy - vy - Vector256.Create(ux), shift.Of(Vector256.Create(loadU) - loadV), Vector256<float>.Zero, Swap11);
            var uv = unbounded == 0 ? vu : Avx2.GatherVector256(fromU, v, sizeof(int));
            promising |= Below(uv + xy - vy - Vector256.Create(ux), shift.Within, Vector256<float>.Zero, TwoOpt) & shift.IsSame;
            var tails = Vector256.Create(tailWorth[u]) - Avx2.GatherVector256(tailWorth, v, sizeof(float));
            promising |= Vector256.AndNot(Below(uy + vx - vy - Vector256.Create(ux), shift.Of(tails), Vector256<float>.Zero, TailExchange), shift.IsSame);
            if (tailReversal != 0)
            {
                var emptied = xEntry < n ? Vector256<float>.Zero
                    : Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(yEntry, Vector256.Create(n)).AsSingle(), Vector256.Create(fixedWorth), Vector256<float>.Zero);
                var turned = Vector256.Create(tailWorth[u]) - Avx2.GatherVector256(headWorth, v, sizeof(float));
                promising |= Vector256.AndNot(Below(uv + xy - vy - Vector256.Create(ux), shift.Of(turned), emptied, TailReversal), shift.IsSame);
            }

            if (xEntry < n)
            {
                var xxEntry = next[xEntry];
                var xx = location[xxEntry];
                int* fromXx = from + ((nint)xx * n), toXx = to + ((nint)xx * n);
                var afterX = toNext[xEntry];
                var xu = fromX[u];
                var vxx = Avx2.GatherVector256(toXx, v, sizeof(int));
                var loadUx = loadU + loadWorth[x];
                var shiftTwo = shift.Of(Vector256.Create(loadUx));
                promising |= Below(vu + xy - vy + Vector256.Create(fromP[xx] - afterX - pu), shiftTwo, opened, Relocate2);
                promising |= Below(vx + uy - vy + Vector256.Create(fromP[xx] - afterX - pu - ux + xu), shiftTwo, opened, Relocate2Backwards);
                promising |= Below(swap + vxx + xy - vy - Vector256.Create(afterX), shift.Of(Vector256.Create(loadUx) - loadV), Vector256<float>.Zero, Swap21);
                var yIsClient = Vector256.LessThan(yEntry, Vector256.Create(n));
                var yy = Avx2.GatherVector256(location, Avx2.GatherVector256(next, yEntry, sizeof(int)), sizeof(int));
                var loadVy = loadV + Avx2.GatherVector256(loadWorth, y, sizeof(float));
                promising |= yIsClient & Below(
                    swap + Avx2.GatherVector256(toXx, y, sizeof(int)) + Avx2.GatherVector256(fromX, yy, sizeof(int))
                    - Avx2.GatherVector256(toNext, yEntry, sizeof(int)) - Vector256.Create(afterX),
                    shift.Of(Vector256.Create(loadUx) - loadVy),
                    Vector256<float>.Zero,
                    Swap22);
                if (xxEntry < n)
                {
                    var xxx = location[next[xxEntry]];
                    var past = fromP[xxx] - toNext[xxEntry] - pu;
                    var shiftThree = shift.Of(Vector256.Create(loadUx + loadWorth[xx]));
                    promising |= Below(vu + Avx2.GatherVector256(fromXx, y, sizeof(int)) - vy + Vector256.Create(past), shiftThree, opened, Relocate3);
                    promising |= Below(vxx + uy - vy + Vector256.Create(past - ux - afterX + fromXx[x] + xu), shiftThree, opened, Relocate3Backwards);
                }
            }

            promising |= Vector256.GreaterThanOrEqual(qEntry, Vector256.Create(n)) & Vector256.Create(AfterDepot);
            promising &= active;
            promising.Store(flags);
            return promising != Vector256<int>.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Below(Vector256<int> arcs, Vector256<float> shift, Vector256<float> limit, int flag) =>
        Vector256.LessThan(Vector256.ConvertToSingle(arcs) + shift, limit).AsInt32() & Vector256.Create(flag);

    /// <summary>What it costs that loads go from u's vehicle to each neighbour's; see <see cref="Shift"/>.</summary>
    private readonly struct Shifts(Vector256<int> isSame, Vector256<float> excess, Vector256<float> otherExcess, Vector256<float> slack, Vector256<float> otherSlack)
    {
        public Vector256<int> IsSame => isSame;

        public Vector256<float> Within => -slack;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Of(Vector256<float> load)
        {
            var zero = Vector256<float>.Zero;
            var between = Vector256.Max(excess - load, zero) - Vector256.Max(excess, zero) + Vector256.Max(otherExcess + load, zero) - Vector256.Max(otherExcess, zero)
                - slack - otherSlack;
            return Vector256.ConditionalSelect(isSame.AsSingle(), -slack, between);
        }
    }
}
