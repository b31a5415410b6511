using Territory.Optimizer.Randomness;

namespace Territory.Optimizer.Inventory;

/// <summary>Puts one customer, who is out of the schedule, back at least cost: on which periods, with how much, on which routes, all other customers staying as they are.</summary>
/// <remarks>
/// Algorithm: dynamic programming over the periods with the customer's stock, in whole units, as the state. A period offers for each route its cheapest place; a quantity beyond the room of the route or the supplier's
/// least later stock costs the price of a violation a unit. The cost of a delivery is thus linear in the quantity on two pieces, and the best quantity for every stock level is a sliding-window minimum. Under order-up-to
/// only one level can be reached by a delivery. What several deliveries to this customer do to the supplier together is left to the price of the whole schedule.
/// Complexity: O(periods * (stops + offers * levels)). No allocation.
/// Source: Zhao, Archetti, Pham and Vidal, Large neighborhood and hybrid genetic search for inventory routing problems (2025), whose program works on piecewise linear functions; on whole units levels are few enough to be written out.
/// </remarks>
internal sealed class HorizonReinsertion
{
    /// <summary>One offer in so many is not seen, so that the same customers come back in other ways.</summary>
    private const int BlinkOdds = 64;

    /// <summary>An empty vehicle at its whole cost.</summary>
    public const int Eighths = 8;

    private const long Never = long.MaxValue / 4;

    private readonly DraftProblem data;
    private readonly long[] stocked;
    private readonly long[] left;
    private readonly int[] takenFrom;
    private readonly int[] offerTaken;
    private readonly int[] emptiedFrom;
    private readonly RouteOffer[] offers;
    private readonly int[] offerCount;
    private readonly int[] window;
    private readonly long[] windowKey;
    private readonly long[] supplier;
    private readonly long[] unitCost;
    private readonly int[] supplyRoom;
    private readonly long[] reliefPerUnit;
    private readonly int[] excessUnits;
    private readonly bool[] isTwinSeen;
    private readonly int levels;

    public HorizonReinsertion(DraftProblem data)
    {
        this.data = data;
        for (var c = 1; c < data.Width; c++)
            levels = Math.Max(levels, Math.Max(data.Maximum[c], data.Starting[c]) - data.Minimum[c] + 1);
        stocked = new long[levels];
        left = new long[levels];
        takenFrom = new int[data.Periods * levels];
        offerTaken = new int[data.Periods * levels];
        emptiedFrom = new int[data.Periods];
        offers = new RouteOffer[data.Periods * OffersAPeriod];
        offerCount = new int[data.Periods];
        window = new int[levels];
        windowKey = new long[levels];
        supplier = new long[data.Periods];
        unitCost = new long[data.Periods];
        supplyRoom = new int[data.Periods];
        reliefPerUnit = new long[data.Periods];
        excessUnits = new int[data.Periods];
        isTwinSeen = new bool[data.Vehicles];
    }

    /// <summary>At most the cheapest and the quickest place of each vehicle.</summary>
    private int OffersAPeriod => 2 * data.Vehicles;

    /// <summary>What an empty vehicle is taken to cost, in eighths: a trip that pays for several customers together pays for none of them alone, and the first one back has to be lured to open it.</summary>
    public int EmptyEighths { get; set; } = Eighths;

    /// <param name="violationPrice">Of a unit above a vehicle's capacity or beyond the supplier's stock.</param>
    /// <param name="random">Null: every offer is seen.</param>
    public void Reinsert(Draft draft, int customer, long violationPrice, Xoshiro256? random)
    {
        ReadSupplier(draft, violationPrice);
        var room = data.Maximum[customer] - data.Minimum[customer];
        left.AsSpan().Fill(Never);
        left[data.Starting[customer] - data.Minimum[customer]] = 0;
        var most = data.Starting[customer] - data.Minimum[customer];
        for (var t = 0; t < data.Periods; t++)
        {
            offerCount[t] = 0;
            if (data.IsOpen[(t * data.Width) + customer])
                ReadOffers(draft, t, customer, random);
            most = Math.Max(most, offerCount[t] > 0 ? room : 0);
            Stock(t, most);
            for (var i = 0; i < offerCount[t]; i++)
                Deliver(t, i, room, violationPrice);
            most = Consume(t, customer, most);
        }

        Follow(draft, customer, most);
        draft.Recount(customer);
    }

    /// <summary>What the supplier can still give, and what giving a unit saves it.</summary>
    private void ReadSupplier(Draft draft, long violationPrice)
    {
        draft.SupplierStocks(supplier);
        long least = int.MaxValue, cost = 0, relief = 0;
        var excess = 0;
        for (var t = data.Periods - 1; t >= 0; t--)
        {
            least = Math.Min(least, Math.Max(0, supplier[t]));
            cost -= data.SupplierHolding;
            if (supplier[t] > data.SupplierCapacity)
                (relief, excess) = (relief + violationPrice, (int)Math.Max(excess, Math.Min(int.MaxValue, supplier[t] - data.SupplierCapacity)));
            (supplyRoom[t], unitCost[t], reliefPerUnit[t], excessUnits[t]) = ((int)least, cost, relief, excess);
        }
    }

    private void ReadOffers(Draft draft, int period, int customer, Xoshiro256? random)
    {
        isTwinSeen.AsSpan().Clear();
        for (var vehicle = 0; vehicle < data.Vehicles; vehicle++)
        {
            if (!data.Allowed[(vehicle * data.Width) + customer])
                continue;
            var route = (period * data.Vehicles) + vehicle;
            if (draft.StopCount[route] == 0)
            {
                // Of vehicles that are alike and not out, one is enough.
                if (isTwinSeen[data.Twin[vehicle]])
                    continue;
                isTwinSeen[data.Twin[vehicle]] = true;
            }

            if (random is not null && random.Next(BlinkOdds) == 0)
                continue;
            Offer(draft, period, route, customer);
        }
    }

    private void Keep(int period, RouteOffer offer)
    {
        var (kept, begin) = (0, period * OffersAPeriod);
        for (var i = 0; i < offerCount[period]; i++)
        {
            if (offers[begin + i].IsNoWorseThan(offer))
                return;
        }

        for (var i = 0; i < offerCount[period]; i++)
        {
            if (!offer.IsNoWorseThan(offers[begin + i]))
                offers[begin + kept++] = offers[begin + i];
        }

        offers[begin + kept] = offer;
        offerCount[period] = kept + 1;
    }

    /// <summary>The cheapest place on a route and, where unloading takes time, the quickest, which leaves time for more.</summary>
    private void Offer(Draft draft, int period, int route, int customer)
    {
        var (row, vehicle) = (period * data.Width, route % data.Vehicles);
        var isEmpty = draft.StopCount[route] == 0;
        var timeLeft = data.MaxDuration[vehicle] - draft.Time[route] - data.Service[customer] - data.ServicePerUnit;
        var (cheapest, quickest) = (new Place(Draft.None, Never, 0), new Place(Draft.None, 0, Never));
        var next = draft.Next;
        for (var after = 0; ;)
        {
            var before = after == 0 ? draft.First[route] : next[row + after];
            var detour = (long)data.Distance(after, customer) + data.Distance(customer, before) - (isEmpty ? 0 : data.Distance(after, before));
            if ((detour < cheapest.Detour || data.ServicePerUnit > 0) && data.IsRoad(after, customer) && data.IsRoad(customer, before))
            {
                var time = data.IsTimed ? data.Duration(after, customer) + data.Duration(customer, before) - (isEmpty ? 0 : data.Duration(after, before)) : 0;
                if (time <= timeLeft && detour < cheapest.Detour)
                    cheapest = new Place(after, detour, time);
                if (time <= timeLeft && time < quickest.Time)
                    quickest = new Place(after, detour, time);
            }

            if (before == 0)
                break;
            after = before;
        }

        if (cheapest.After == Draft.None)
            return;
        Keep(period, OfferOf(draft, period, route, cheapest, timeLeft));
        if (data.ServicePerUnit > 0 && quickest.Time < cheapest.Time)
            Keep(period, OfferOf(draft, period, route, quickest, timeLeft));
    }

    private RouteOffer OfferOf(Draft draft, int period, int route, Place place, long timeLeft)
    {
        var vehicle = route % data.Vehicles;
        var most = data.ServicePerUnit == 0 ? int.MaxValue : (int)Math.Min(int.MaxValue, 1 + ((timeLeft - place.Time) / data.ServicePerUnit));
        var room = Math.Clamp(Math.Min(data.Capacity[vehicle] - draft.Load[route], supplyRoom[period]), 0, most);
        var cost = place.Detour * data.CostPerDistance[vehicle];
        return new RouteOffer(route, place.After, draft.StopCount[route] == 0 ? (cost + data.FixedCost[vehicle]) * EmptyEighths / Eighths : cost, room, most);
    }

    /// <summary>The period begins with what the last one left.</summary>
    private void Stock(int period, int most)
    {
        for (var level = 0; level <= most; level++)
        {
            stocked[level] = left[level];
            takenFrom[(period * levels) + level] = level;
            offerTaken[(period * levels) + level] = Draft.None;
        }
    }

    private void Deliver(int period, int index, int room, long violationPrice)
    {
        var offer = offers[(period * OffersAPeriod) + index];
        var most = Math.Min(room, offer.Most);
        var (relief, excess, begin) = (reliefPerUnit[period], excessUnits[period], 1);
        // Slopes change where the supplier's depot is no longer too full and where the room ends.
        foreach (var end in (ReadOnlySpan<int>)[Math.Min(offer.Room, excess), Math.Max(offer.Room, excess), int.MaxValue])
        {
            var (isRelief, isBreach) = (begin <= excess, begin > offer.Room);
            DeliverPiece(period, index, room, new Piece(
                begin,
                Math.Min(end, most),
                offer.Cost - (isRelief ? 0 : relief * excess) - (isBreach ? violationPrice * offer.Room : 0),
                unitCost[period] - (isRelief ? relief : 0) + (isBreach ? violationPrice : 0)));
            if (end >= most)
                break;
            begin = Math.Max(begin, end + 1);
        }
    }

    /// <summary>Quantities from least to most at a fixed cost and a cost per unit.</summary>
    private void DeliverPiece(int period, int index, int room, Piece piece)
    {
        if (piece.Least > piece.Most)
            return;
        if (data.IsOrderUpTo)
        {
            for (var from = Math.Max(0, room - piece.Most); from <= room - piece.Least; from++)
                Improve(period, index, room, from, left[from] + piece.Fixed + (piece.PerUnit * (room - from)));
            return;
        }

        // The levels that the window holds, with keys ascending, stand at head to tail.
        var (head, tail) = (0, 0);
        for (var level = piece.Least; level <= room; level++)
        {
            var entering = level - piece.Least;
            var key = left[entering] - (piece.PerUnit * entering);
            if (left[entering] < Never)
            {
                while (tail > head && windowKey[tail - 1] >= key)
                    tail--;
                (window[tail], windowKey[tail]) = (entering, key);
                tail++;
            }

            while (tail > head && window[head] < level - piece.Most)
                head++;
            if (tail > head)
                Improve(period, index, level, window[head], windowKey[head] + piece.Fixed + (piece.PerUnit * level));
        }
    }

    private void Improve(int period, int index, int level, int from, long cost)
    {
        if (cost >= stocked[level])
            return;
        stocked[level] = cost;
        takenFrom[(period * levels) + level] = from;
        offerTaken[(period * levels) + level] = index;
    }

    /// <returns>The highest level that can be left.</returns>
    private int Consume(int period, int customer, int most)
    {
        var consumption = data.Consumption[(period * data.Width) + customer];
        var (holding, shortage) = (data.Holding[customer], data.ShortagePrice[customer]);
        var lowest = Never;
        for (var level = 0; level <= Math.Min(consumption, most); level++)
        {
            var cost = stocked[level] + (shortage * (consumption - level));
            if (stocked[level] < Never && cost < lowest)
                (lowest, emptiedFrom[period]) = (cost, level);
        }

        left[0] = lowest < Never ? lowest + (holding * data.Minimum[customer]) : Never;
        for (var level = consumption + 1; level <= most; level++)
            left[level - consumption] = stocked[level] < Never ? stocked[level] + (holding * (level - consumption + data.Minimum[customer])) : Never;
        for (var level = Math.Max(1, most - consumption + 1); level <= most; level++)
            left[level] = Never;
        return Math.Max(0, most - consumption);
    }

    /// <summary>Goes back from the cheapest last level and puts the visits in.</summary>
    private void Follow(Draft draft, int customer, int most)
    {
        var end = 0;
        for (var level = 1; level <= most; level++)
        {
            if (left[level] < left[end])
                end = level;
        }

        for (var t = data.Periods - 1; t >= 0; t--)
        {
            var level = end == 0 ? emptiedFrom[t] : end + data.Consumption[(t * data.Width) + customer];
            var index = offerTaken[(t * levels) + level];
            end = takenFrom[(t * levels) + level];
            if (index == Draft.None)
                continue;
            var offer = offers[(t * OffersAPeriod) + index];
            draft.Insert(t, customer, offer.Route, offer.After, level - end);
        }
    }

    private readonly record struct Place(int After, long Detour, long Time);

    private readonly record struct Piece(int Least, int Most, long Fixed, long PerUnit);
}
