// The days that KHolidays, the library of Plasma's calendar, finds in a file: holidays FILE YEAR YEAR prints DATE<TAB>NAME.

#include <KHolidays/HolidayRegion>
#include <QDate>
#include <QFileInfo>
#include <QString>
#include <cstdio>
#include <cstdlib>

int main(int count, char **arguments)
{
    if (count != 4) {
        return 2;
    }
    const KHolidays::HolidayRegion region{QFileInfo(QString::fromLocal8Bit(arguments[1]))};
    if (!region.isValid() || region.name().isEmpty()) {
        std::fprintf(stderr, "%s is no file of KHolidays\n", arguments[1]);
        return 1;
    }
    const QDate first(std::atoi(arguments[2]), 1, 1), last(std::atoi(arguments[3]), 12, 31);
    for (const auto &day : region.rawHolidays(first, last)) {
        std::printf("%s\t%s\n", qPrintable(day.observedStartDate().toString(Qt::ISODate)), day.name().toUtf8().constData());
    }
}
