using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReadAheadInMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_Announced",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_State_LeaseUntil",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_State_Turn",
                table: "receipts");

            migrationBuilder.AlterColumn<bool>(
                name: "Announced",
                table: "receipts",
                type: "INTEGER",
                nullable: false,
                defaultValue: true,
                oldClrType: typeof(bool),
                oldType: "INTEGER");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Crashes",
                table: "receipts",
                column: "Crashes",
                filter: "\"State\" = 1 AND \"Crashes\" >= 2");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_LeaseUntil",
                table: "receipts",
                column: "LeaseUntil",
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Turn",
                table: "receipts",
                column: "Turn",
                filter: "\"State\" = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_Crashes",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_LeaseUntil",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_Turn",
                table: "receipts");

            migrationBuilder.AlterColumn<bool>(
                name: "Announced",
                table: "receipts",
                type: "INTEGER",
                nullable: false,
                oldClrType: typeof(bool),
                oldType: "INTEGER",
                oldDefaultValue: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Announced",
                table: "receipts",
                column: "Announced");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_LeaseUntil",
                table: "receipts",
                columns: new[] { "State", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_Turn",
                table: "receipts",
                columns: new[] { "State", "Turn" });
        }
    }
}
